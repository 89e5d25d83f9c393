package io.mingshi.records.export.archive;

/// Why an export does not verify, in one sentence that names the place, in two languages.
public final class NotVerified extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String chinese;

    private NotVerified(String english, String chinese) {
        super(english);
        this.chinese = chinese;
    }

    /// Both sentences say the same.
    public static NotVerified because(String english, String chinese) {
        return new NotVerified(english, chinese);
    }

    /// The sentence in Chinese; the message is the one in English.
    public String chinese() {
        return chinese;
    }
}
