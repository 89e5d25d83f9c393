package io.mingshi.coverage;

/// What is wrong with the coverage of requirements; fails the build.
final class CoverageFault extends RuntimeException {
    CoverageFault(String sentence) {
        super(sentence);
    }
}
