package io.mingshi.gateway.companion;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// The provider's settings for companions.
@Singleton
class CompanionPolicy {
    /// Interim Measures on anthropomorphic interaction services, art. 18: continuous use of more than
    /// two hours.
    private static final Duration LONGEST_UNTOLD = Duration.ofHours(2);

    private static final String EXIT_WORDS = "退出,结束对话,停止对话,再见,exit,quit,stop,end chat,goodbye";

    private final Duration gap;
    private final Duration reminderAfter;
    private final Set<String> exitWords;

    /// @param gap how long after the latest message a session is over
    /// @param reminderAfter how long after a notice the next one is due, at most two hours
    CompanionPolicy(
            @ConfigProperty(name = "mingshi.gateway.companion.session-gap", defaultValue = "PT30M") Duration gap,
            @ConfigProperty(name = "mingshi.gateway.companion.reminder-after", defaultValue = "PT2H")
                    Duration reminderAfter,
            @ConfigProperty(name = "mingshi.gateway.companion.exit-words", defaultValue = EXIT_WORDS)
                    List<String> exitWords) {
        if (!gap.isPositive() || !reminderAfter.isPositive() || reminderAfter.compareTo(LONGEST_UNTOLD) > 0) {
            throw new IllegalArgumentException("mingshi.gateway.companion: session-gap must be longer than nothing, and"
                    + " reminder-after at most PT2H");
        }
        this.gap = gap;
        this.reminderAfter = reminderAfter;
        this.exitWords = exitWords.stream().map(CompanionPolicy::plain).collect(Collectors.toSet());
        if (this.exitWords.contains("")) {
            throw new IllegalArgumentException("mingshi.gateway.companion.exit-words: a word has letters");
        }
    }

    Duration gap() {
        return gap;
    }

    Duration reminderAfter() {
        return reminderAfter;
    }

    /// Whether a message says nothing but one of the words; case and punctuation do not count.
    boolean isExit(String message) {
        return exitWords.contains(plain(message));
    }

    private static String plain(String words) {
        return words.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }
}
