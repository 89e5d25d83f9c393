package io.mingshi.labels.c2pa;

/// A manifest failed a check, or is of a kind that is not checked here.
final class Faulty extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean broken;

    private Faulty(String sentence, boolean broken) {
        super(sentence, null, false, false);
        this.broken = broken;
    }

    /// The manifest contradicts itself or the file.
    static Faulty broken(String sentence) {
        return new Faulty(sentence, true);
    }

    /// The manifest may be sound, but nobody looked.
    static Faulty unread(String sentence) {
        return new Faulty(sentence, false);
    }

    ManifestReport report() {
        String sentence = String.valueOf(getMessage());
        return broken ? new ManifestReport.Broken(sentence) : new ManifestReport.Unread(sentence);
    }
}
