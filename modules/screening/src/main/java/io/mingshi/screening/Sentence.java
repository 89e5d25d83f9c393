package io.mingshi.screening;

import java.util.List;

/// The sentence that is being read, as classifiers get it.
final class Sentence {
    /// In letters; what is longer is cut.
    static final int LONGEST = 256;

    private static final String ENDS = "。！？!?\n\r\u2028\u2029";

    private final List<Classification> classifications;
    private final StringBuilder letters = new StringBuilder();
    private int count;
    private int start;
    private int end;

    /// A rule with its classifier.
    record Classification(Rule rule, TextClassifier classifier, double threshold) {}

    Sentence(List<Classification> classifications) {
        this.classifications = classifications;
    }

    boolean isEmpty() {
        return count == 0;
    }

    int start() {
        return start;
    }

    static boolean ends(int codePoint) {
        return ENDS.indexOf(codePoint) >= 0;
    }

    boolean isFull() {
        return count >= LONGEST;
    }

    void add(int letter, int from, int to) {
        if (count == 0) {
            start = from;
        }
        letters.appendCodePoint(letter);
        count++;
        end = to;
    }

    /// What is found in it; then the next one begins.
    List<Hit> close() {
        if (count == 0) {
            return List.of();
        }
        String text = letters.toString();
        letters.setLength(0);
        count = 0;
        return classifications.stream()
                .filter(each -> each.classifier().score(text) >= each.threshold())
                .map(each -> new Hit(each.rule(), -1, -1, start, end))
                .toList();
    }
}
