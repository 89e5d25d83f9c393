package io.mingshi.gateway.companion;

/// What a person is told about a companion: what it is at the start, and again after a long time.
///
/// Interim Measures on anthropomorphic interaction services, order 21 of 2026, art. 18.
public enum Notice {
    START(
            "您正在与人工智能对话，对方不是真人。输入“退出”可随时结束。",
            "You are talking to an AI, not to a human. Say \"exit\" to end at any time."),
    REMINDER(
            "您已连续使用较长时间。对方是人工智能，不是真人，请注意休息。输入“退出”可随时结束。",
            "You have been here for a long time without a break. This is an AI, not a human: take a rest."
                    + " Say \"exit\" to end at any time.");

    private final String chinese;
    private final String english;

    Notice(String chinese, String english) {
        this.chinese = chinese;
        this.english = english;
    }

    /// The paragraph that an answer begins with.
    String foreword(Language language) {
        return switch (language) {
            case CHINESE -> "【" + chinese + "】\n\n";
            case ENGLISH -> "[" + english + "]\n\n";
        };
    }
}
