package io.mingshi.gateway.upstream.demo;

import io.mingshi.gateway.Prompt;

/// Answers in words that say what they come from.
final class Conversation {
    private static final int MAX_QUOTE = 2_000;

    private Conversation() {}

    static String answer(Prompt.Chat chat, int variant) {
        String question = chat.question().strip();
        String quote = question.length() > MAX_QUOTE ? question.substring(0, MAX_QUOTE) + " …" : question;
        String version = variant == 0 ? "" : " (version " + (variant + 1) + ")";
        boolean han = question.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
        return han
                ? "我是 " + chat.model() + "，一个演示生成器，不是语言模型" + version + "。您说：“" + quote + "”。共 "
                        + question.codePointCount(0, question.length()) + " 个字符。"
                : "This is " + chat.model() + ", a demonstration generator and no language model" + version
                        + ". You said: \"" + quote + "\". That is "
                        + question.codePointCount(0, question.length()) + " characters in "
                        + question.split("\\s+", -1).length + " words.";
    }
}
