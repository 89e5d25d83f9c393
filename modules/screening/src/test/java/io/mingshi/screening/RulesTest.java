package io.mingshi.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RulesTest {
    private static Rule rule(String id, Sought sought) {
        return new Rule(id, "A.1-8", sought, Action.BLOCK, Audience.EVERYBODY);
    }

    private static boolean blocks(String text, Rule... rules) {
        return Screener.of(List.of(rules)).screen(text) instanceof Verdict.Block;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "zhapian",
                "有人 zha pian 我",
                "诈pian",
                "zha-骗",
                "ZhàPiàn",
                "言乍骗",
                "言乍马扁",
            })
    void aTermIsAlsoFoundByItsSyllablesWhereTheRuleAsksForIt(String text) {
        assertThat(blocks(text, rule("T", new Sought.Term("诈骗", true)))).isTrue();
        assertThat(blocks("zhapiano", rule("T", new Sought.Term("诈骗", true)))).isFalse();
        assertThat(blocks("zhapian", rule("T", new Sought.Term("诈骗", false)))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "加微信123456, true",
        "加薇信 12345678 吧, true",
        "加威信 123, false",
        "加微信1234567890123, false",
        "出售一把全新的枪支, true",
        "出售、枪支, true",
        "出售很多很多很多很多东西和枪支, false",
        "buy cheap pills, true",
        "buy the cheap pills, false",
        "buycheap pills, false",
        "buy pills now, true",
        "buy pillsbury, false"
    })
    void aPatternIsFoundWithinItsBounds(String text, boolean found) {
        assertThat(blocks(
                        text,
                        rule("P-1", new Sought.Pattern("加[微薇威]信\\d{6,10}")),
                        rule("P-2", new Sought.Pattern("出售.{0,6}枪支")),
                        rule("P-3", new Sought.Pattern("buy (cheap )?pills?"))))
                .isEqualTo(found);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "出售.*枪支|no longest length",
                "出售.+枪支|no longest length",
                "出售.{2,}枪支|no longest length",
                "(abc|lacks a )",
                "abc)|without its (",
                "[]|empty square brackets",
                "[z-a]|reversed",
                "a{3,2}|bounds in order",
                "a??|repeats a repetition",
                ".{0,60}枪支支支支支|at most 64",
                "((((((((((a))))))))))|inside each other",
                "加。信|signs are not compared",
                "\\w|nothing else is escaped",
                ".枪|begins with any letter",
                "a?|matches an empty text",
                "a( {64}){64}b|repeats a space or nothing",
                "a(){64}b|repeats a space or nothing"
            })
    void aPatternThatCannotBeSearchedForIsRefusedInOneSentence(String pattern, String why) {
        var rules = List.of(rule("P", new Sought.Pattern(pattern)));
        assertThatThrownBy(() -> Screener.of(rules))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }

    @Test
    void patternsWithTooManyWaysThroughThemAreRefusedAndOrdinaryOnesAreNot() {
        String choices = "a|".repeat(119) + "a";
        Rule explosive = rule("P", new Sought.Pattern("((" + choices + ")?){63}z"));
        assertThatThrownBy(() -> Screener.of(List.of(explosive))).hasMessageContaining("too many ways through them");
        List<Rule> gaps = IntStream.range(0, 128)
                .mapToObj(i -> rule("P-" + i, new Sought.Pattern("出.{0,62}枪")))
                .toList();
        assertThat(Screener.of(gaps).screen("出售枪支")).isInstanceOf(Verdict.Block.class);
    }

    @Test
    void anExemptPhraseIsNoFindingAndTheSameTermBesideItIs() {
        Rule[] rules = {
            new Rule("T-1", "A.1-8", "诈骗"),
            new Rule("T-2", "A.1-8", "毒品"),
            new Rule("T-3", "A.2-1", "cunt"),
            rule("E-1", new Sought.Exempt("反诈骗")),
            rule("E-2", new Sought.Exempt("毒品危害宣传")),
            rule("E-3", new Sought.Exempt("防范电信网络诈骗"))
        };
        assertThat(List.of("反诈骗宣传", "反 诈 骗", "毒品危害宣传", "防范电信网络诈骗中心", "Scunthorpe"))
                .noneMatch(text -> blocks(text, rules));
        assertThat(List.of("反诈骗教你诈骗", "毒品危害", "诈骗", "cunt")).allMatch(text -> blocks(text, rules));
        StreamScreener stream = Screener.of(List.of(rules)).stream();
        assertThat(stream.push("讲反")).isEqualTo("讲反");
        assertThat(stream.push("诈骗和毒品")).isEqualTo("诈骗和");
        assertThat(stream.push("危害")).isEmpty();
        assertThat(stream.push("宣传")).isEqualTo("毒品危害宣传");
        assertThat(stream.push("毒品危机")).isEmpty();
        assertThat(stream.block()).isPresent();
    }

    @Test
    void aSignIsReadAsWhatItStandsFor() {
        Rule[] rules = {new Rule("T", "A.1-4", "制造炸弹"), rule("S", new Sought.Sign("💣", "炸弹"))};
        assertThat(blocks("制造💣", rules)).isTrue();
        assertThat(blocks("制造\uFE0F💣\uFE0F", rules)).isTrue();
        assertThat(blocks("1️⃣2️⃣3️⃣", new Rule("T", "A.1-4", "123"))).isTrue();
        assertThatThrownBy(() -> Screener.of(List.of(rule("S", new Sought.Sign("a", "炸弹")))))
                .hasMessageContaining("not one symbol");
        assertThatThrownBy(() -> Screener.of(List.of(rule("S", new Sought.Sign("💣", "!")))))
                .hasMessageContaining("at least one letter");
    }

    @Test
    void whatLiesFarBehindAFindingDoesNotHoldItOpen() {
        Rule[] rules = {new Rule("T", "A.1-8", "诈骗"), rule("E", new Sought.Exempt("诈骗防范"))};
        StreamScreener stream = Screener.of(List.of(rules)).stream();
        stream.push("诈骗" + "\u200B".repeat(Scan.LONGEST_INVISIBLE_RUN + 1));
        assertThat(stream.block()).isPresent();
        assertThat(blocks("诈骗\u200B防范", rules)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "💣💣, true",
        "big💣, true",
        "💣big, true",
        "💣, true",
        "build a💣, true",
        "⚛tom, true",
        "bomb💣, true",
        "big, false",
        "⚛tomic, false"
    })
    void aSignThatStandsForWordsIsFoundBesideAnythingElse(String text, boolean found) {
        assertThat(blocks(
                        text,
                        new Rule("T-1", "A.1-4", "bomb"),
                        new Rule("T-2", "A.1-4", "atom"),
                        rule("S-1", new Sought.Sign("💣", "bomb")),
                        rule("S-2", new Sought.Sign("⚛", "a"))))
                .isEqualTo(found);
        assertThat(blocks(
                        "build a💣", new Rule("T", "A.1-4", "build a bomb"), rule("S", new Sought.Sign("💣", "bomb"))))
                .isTrue();
    }

    @Test
    void aRuleForMinorsCountsForMinorsAlone() {
        Screener screener = Screener.of(
                List.of(new Rule("M", "A.1-6", new Sought.Term("晚上喝酒", false), Action.BLOCK, Audience.MINORS)));
        assertThat(screener.screen("他们晚上喝酒")).isEqualTo(new Verdict.Allow());
        assertThat(screener.screen("他们晚上喝酒", Audience.MINORS)).isInstanceOf(Verdict.Block.class);
    }

    @Test
    void aReviewIsFoundUnlessSomethingIsForbidden() {
        Rule review = new Rule("R", "A.1-8", new Sought.Term("传销", false), Action.REVIEW, Audience.EVERYBODY);
        Screener screener = Screener.of(List.of(review, new Rule("T", "A.1-8", "诈骗")));
        assertThat(screener.screen("讲讲传销")).isEqualTo(new Verdict.Review(review, 2, 4));
        assertThat(screener.screen("讲讲传销和诈骗")).isInstanceOf(Verdict.Block.class);
        StreamScreener stream = screener.stream();
        assertThat(stream.push("讲讲传销") + stream.push("吧") + stream.finish()).isEqualTo("讲讲");
        assertThat(stream.stopped()).isTrue();
        assertThat(stream.verdict()).isInstanceOf(Verdict.Review.class);
    }

    @Test
    void aClassifierHoldsASentenceBackUntilItIsScored() {
        TextClassifier shouting = sentence -> sentence.contains("快快快") ? 0.9 : 0.1;
        var rules = List.of(rule("C", new Sought.Classified("shouting", 0.5)));
        StreamScreener stream = Screener.of(rules, Map.of("shouting", shouting)).stream();
        assertThat(stream.push("你好。今天")).isEqualTo("你好。");
        assertThat(stream.push("很好。快快")).isEqualTo("今天很好。");
        assertThat(stream.push("快来。")).isEmpty();
        assertThat(stream.block()).map(Verdict.Block::start).contains(8);
        assertThatThrownBy(() -> Screener.of(rules)).hasMessageContaining("not installed");
    }
}
