package io.mingshi.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/// Terms, patterns, exempt phrases, signs, classifiers and reviews together: however a text is cut, the stream
/// decides as the whole text does, releases the same, and nothing from where the match begins.
class EverySplitTest {
    private static final Map<String, TextClassifier> CLASSIFIERS =
            Map.of("doubles", sentence -> sentence.contains("bb") || sentence.contains("造造") ? 1 : 0);

    private static final List<Sought> SOUGHT = List.of(
            new Sought.Term("制造弹", false),
            new Sought.Term("炸弹", true),
            new Sought.Term("ab ab", false),
            new Sought.Term("abab", false),
            new Sought.Term("𠮷a", false),
            new Sought.Pattern("制.{0,2}弹"),
            new Sought.Pattern("a(b |b)?1{1,2}"),
            new Sought.Pattern("[造𠮷]a{2,3}"),
            new Sought.Pattern("弹 ?1?弹"),
            new Sought.Exempt("造弹a"),
            new Sought.Exempt("a制造弹"),
            new Sought.Exempt("b ab ab a"),
            new Sought.Sign("💣", "炸弹"),
            new Sought.Sign("💥", "ab"),
            new Sought.Term("ab", false),
            new Sought.Classified("doubles", 0.5));

    private static final List<String> PIECES = List.of(
            "制",
            "造",
            "弹",
            "炸",
            "火乍",
            "彈",
            "𠮷",
            "a",
            "Ａ",
            "а",
            "4",
            "b",
            "1",
            "i",
            " ",
            "。",
            "\n",
            "\u200B",
            "\u0301",
            "㏂",
            "💣",
            "💥",
            "\uD842",
            "\uDFB7",
            "zha",
            "dan",
            "ab",
            "         ");

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(PIECES).list().ofMaxSize(16).map(pieces -> String.join("", pieces));
    }

    @Provide
    Arbitrary<List<Rule>> libraries() {
        Arbitrary<Rule> rules = Arbitraries.of(SOUGHT)
                .flatMap(sought -> Arbitraries.of(Action.values())
                        .map(action -> new Rule(sought + " " + action, "A.1-1", sought, action, Audience.EVERYBODY)));
        return rules.list().ofMinSize(1).ofMaxSize(7);
    }

    @Property(tries = 3000, shrinking = ShrinkingMode.OFF)
    void everyCutInTwoAndEveryCharacterAloneDecideAsTheWhole(
            @ForAll("libraries") List<Rule> rules, @ForAll("texts") String text) {
        Screener screener = Screener.of(rules, CLASSIFIERS);
        Verdict whole = screener.screen(text);
        String released = released(screener, whole, List.of(text));
        switch (whole) {
            case Verdict.Allow() -> assertThat(released).isEqualTo(text);
            case Verdict.Review(Rule _, int start, int _) ->
                assertThat(text.substring(0, start)).startsWith(released);
            case Verdict.Block(Rule _, int start, int _) ->
                assertThat(text.substring(0, start)).startsWith(released);
        }
        for (int cut = 0; cut <= text.length(); cut++) {
            assertThat(released(screener, whole, List.of(text.substring(0, cut), text.substring(cut))))
                    .isEqualTo(released);
        }
        assertThat(released(screener, whole, List.of(text.split("")))).isEqualTo(released);
    }

    @Property(tries = 3000, shrinking = ShrinkingMode.OFF)
    void whatWasReleasedIsNeverPartOfAMatchHoweverTheTextGoesOn(
            @ForAll("libraries") List<Rule> rules, @ForAll("texts") String text, @ForAll("texts") String rest) {
        Screener screener = Screener.of(rules, CLASSIFIERS);
        StreamScreener stream = screener.stream();
        String released = stream.push(text);
        switch (screener.screen(text + rest)) {
            case Verdict.Allow() -> {}
            case Verdict.Review(Rule _, int start, int _) ->
                assertThat(released.length()).isLessThanOrEqualTo(start);
            case Verdict.Block(Rule _, int start, int _) ->
                assertThat(released.length()).isLessThanOrEqualTo(start);
        }
    }

    private static String released(Screener screener, Verdict whole, List<String> chunks) {
        StreamScreener stream = screener.stream();
        var released = new StringBuilder();
        chunks.forEach(chunk -> released.append(stream.push(chunk)));
        released.append(stream.finish());
        assertThat(stream.verdict()).isEqualTo(whole);
        return released.toString();
    }
}
