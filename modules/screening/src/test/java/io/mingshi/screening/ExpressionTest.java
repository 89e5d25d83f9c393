package io.mingshi.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// Patterns find what the regular expressions of the platform find; what is no pattern is refused.
class ExpressionTest {
    /// Of Han letters alone, so that word ends and separators play no part.
    @Provide
    Arbitrary<String> patterns() {
        Arbitrary<String> letters = Arbitraries.of("甲", "乙", "[甲丙]", "丙");
        Arbitrary<String> repeated = letters.flatMap(
                letter -> Arbitraries.of("", "?", "{2}", "{1,3}").map(times -> letter + times));
        Arbitrary<String> sequence =
                repeated.list().ofMinSize(1).ofMaxSize(3).map(parts -> String.join("", parts));
        Arbitrary<String> choice = sequence.list().ofMinSize(1).ofMaxSize(2).map(parts -> String.join("|", parts));
        return choice.flatMap(inner -> Arbitraries.of("(%s)", "丁(%s)", "丁(%s)?乙", "丁.{0,2}(%s)", "丁((%s)乙){1,2}")
                .map(outer -> outer.formatted(inner)));
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of("甲", "乙", "丙", "丁").list().ofMaxSize(12).map(letters -> String.join("", letters));
    }

    @Property(tries = 3000)
    void aPatternFindsWhatTheRegularExpressionFinds(@ForAll("patterns") String pattern, @ForAll("texts") String text) {
        if (Pattern.matches(pattern, "")) {
            return;
        }
        Verdict verdict = screener(pattern).screen(text);
        assertThat(verdict instanceof Verdict.Block)
                .isEqualTo(Pattern.compile(pattern).matcher(text).find());
        if (verdict instanceof Verdict.Block(Rule _, int start, int end)) {
            assertThat(Pattern.matches(pattern, text.substring(start, end))).isTrue();
        }
    }

    @Property(tries = 3000)
    void everyTextIsAPatternOrRefusedInOneSentence(@ForAll("scribbles") String scribble) {
        var refused = new ArrayList<String>();
        try {
            screener(scribble).screen("甲乙丙 abc 123");
        } catch (IllegalArgumentException e) {
            refused.add(e.getMessage());
        }
        assertThat(refused).allMatch(sentence -> sentence.startsWith("the pattern"));
    }

    @Provide
    Arbitrary<String> scribbles() {
        return Arbitraries.of(
                        "甲", "a", "1", "[", "]", "(", ")", "{", "}", "|", "?", "*", "+", ",", "-", "\\d", "\\", ".", " ",
                        "{2}", "{1,3}", "[a-c]", "\uD842", "💣", "㏂", "\u200B")
                .list()
                .ofMaxSize(10)
                .map(parts -> String.join("", parts));
    }

    private static Screener screener(String pattern) {
        return Screener.of(List.of(
                new Rule("P", "A.1-1", new Sought.Pattern(pattern), Action.BLOCK, Audience.EVERYBODY)));
    }
}
