package io.mingshi.records.retention;

import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Writes the notice to those concerned, in Chinese and in English, with every item of PIPL art. 57.
final class BreachText {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(RetentionCalendar.ZONE);

    private BreachText() {}

    static String chinese(BreachFacts facts) {
        return """
                个人信息安全事件通知

                我们于 %s（北京时间）发现一起个人信息安全事件，可能与您有关。
                一、涉及的个人信息种类：%s
                二、发生原因：%s
                三、可能造成的危害：%s
                四、我们已采取的补救措施：%s
                五、您可以采取的减轻危害的措施：%s
                六、联系方式：%s
                """.formatted(items(facts, "、"));
    }

    static String english(BreachFacts facts) {
        return """
                Notice of a personal information incident

                On %s (Beijing time) we noticed an incident with personal information that may concern you.
                1. Kinds of information: %s
                2. Cause: %s
                3. Possible harm: %s
                4. What we have done: %s
                5. What you can do yourself: %s
                6. Contact: %s
                """.formatted(items(facts, ", "));
    }

    private static Object[] items(BreachFacts facts, String separator) {
        return new Object[] {
            TIME.format(facts.noticedAt()),
            String.join(separator, facts.kinds()),
            facts.cause(),
            facts.harm(),
            facts.measures(),
            facts.ownMeasures(),
            facts.contact()
        };
    }
}
