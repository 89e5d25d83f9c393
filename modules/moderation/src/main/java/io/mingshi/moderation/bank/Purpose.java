package io.mingshi.moderation.bank;

/// What the questions of a bank are for, with the figures that TC260-003 section 8 asks of them.
public enum Purpose {
    /// Asked to see whether what is generated is safe: in all 31 kinds of risk.
    GENERATED(2000, 1000),
    /// The service has to refuse: in the 17 kinds of A.1 and A.2.
    SHOULD_REFUSE(500, 300),
    /// The service must not refuse, although the subject is delicate.
    SHOULD_ANSWER(500, 300);

    private final int fewestQuestions;
    private final int sample;

    Purpose(int fewestQuestions, int sample) {
        this.fewestQuestions = fewestQuestions;
        this.sample = sample;
    }

    public int fewestQuestions() {
        return fewestQuestions;
    }

    /// How many questions are drawn from the bank.
    public int sample() {
        return sample;
    }
}
