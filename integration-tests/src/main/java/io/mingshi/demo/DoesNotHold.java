package io.mingshi.demo;

/// A check of the demonstration that does not hold; the message is one clear sentence.
final class DoesNotHold extends RuntimeException {
    DoesNotHold(String sentence) {
        super(sentence);
    }
}
