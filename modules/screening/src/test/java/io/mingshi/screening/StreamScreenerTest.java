package io.mingshi.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class StreamScreenerTest {
    private static final Rule HAN = new Rule("W-1", "A.1-3", "制造炸弹");
    private static final Rule LATIN = new Rule("W-2", "A.1-3", "build a bomb");
    private static final Screener SCREENER = Screener.of(List.of(HAN, LATIN, new Rule("P-1", "A.1-9", "av")));

    /// Few letters, so that terms, near misses and overlaps are frequent; with a pair outside the basic plane, a
    /// half of a pair, a full-width letter, a ligature-like square, separators and invisible characters.
    private static final List<String> PIECES = List.of(
            "制",
            "造",
            "弹",
            "𠮷",
            "a",
            "A",
            "ａ",
            "b",
            "é",
            "1",
            " ",
            "。",
            "\n",
            "…",
            "\u200B",
            "\u0301",
            "㏂",
            "😀",
            "\uD842",
            "\uDFB7",
            "                ");

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(PIECES).list().ofMaxSize(24).map(pieces -> String.join("", pieces));
    }

    @Provide
    Arbitrary<List<Rule>> libraries() {
        Arbitrary<String> terms = Arbitraries.of("制", "造", "弹", "𠮷", "a", "b", "m", "1", " ")
                .list()
                .ofMinSize(1)
                .ofMaxSize(5)
                .map(pieces -> String.join("", pieces))
                .filter(term -> !term.isBlank());
        return terms.map(term -> new Rule("R-" + term, "A.1-1", term))
                .list()
                .ofMinSize(1)
                .ofMaxSize(5);
    }

    @Property(tries = 4000)
    void noChunkingChangesTheVerdictOrReleasesABlockedPart(
            @ForAll("libraries") List<Rule> rules,
            @ForAll("texts") String text,
            @ForAll List<@net.jqwik.api.constraints.IntRange(min = 0, max = 4) Integer> cuts) {
        Screener screener = Screener.of(rules);
        StreamScreener stream = screener.stream();
        String released = feed(stream, chunks(text, cuts));
        Verdict whole = screener.screen(text);
        assertThat(stream.block().<Verdict>map(block -> block).orElse(new Verdict.Allow()))
                .isEqualTo(whole);
        switch (whole) {
            case Verdict.Allow() -> assertThat(released).isEqualTo(text);
            case Verdict.Review(Rule _, int start, int _) ->
                assertThat(text.substring(0, start)).startsWith(released);
            case Verdict.Block(Rule _, int start, int _) ->
                assertThat(text.substring(0, start)).startsWith(released);
        }
    }

    @Property(tries = 4000)
    void theVerdictIsThatOfANaiveSearch(@ForAll("libraries") List<Rule> rules, @ForAll("texts") String text) {
        Optional<Verdict.Block> expected = new NaiveSearch(rules).first(text);
        Verdict actual = Screener.of(rules).screen(text);
        assertThat(place(actual))
                .isEqualTo(expected.map(StreamScreenerTest::place).orElse("allowed"));
    }

    /// What is held back after every character is held back with a reason: some continuation makes it forbidden.
    @Property(tries = 500)
    void whatIsHeldBackCanStillBecomeATerm(@ForAll("texts") String text) {
        StreamScreener stream = SCREENER.stream();
        String released = stream.push(text);
        String held = text.substring(released.length());
        if (stream.block().isEmpty() && !held.isEmpty() && !Character.isHighSurrogate(text.charAt(text.length() - 1))) {
            boolean possible =
                    List.of("", "v", "造炸弹", "炸弹", "弹", "uild a bomb", " bomb", "omb", "u i l d a b o m b").stream()
                            .map(rest -> SCREENER.screen(text + rest))
                            .anyMatch(verdict -> verdict instanceof Verdict.Block(Rule _, int start, int _)
                                    && start == released.length());
            assertThat(possible).as("held <%s> of <%s>", held, text).isTrue();
        }
    }

    @Test
    void harmlessTextIsReleasedAtOnce() {
        StreamScreener stream = SCREENER.stream();
        assertThat(stream.push("今天天气很好。I like java")).isEqualTo("今天天气很好。I like java");
        assertThat(stream.push("，制造")).isEqualTo("，");
        assertThat(stream.push("业")).isEqualTo("制造业");
        assertThat(stream.push("build a")).isEmpty();
        assertThat(stream.push("nd")).isEqualTo("build and");
        assertThat(stream.finish()).isEmpty();
    }

    @Test
    void aTermAtTheEndOfAWordWaitsUntilTheWordEnds() {
        StreamScreener stream = SCREENER.stream();
        assertThat(stream.push("x av")).isEqualTo("x ");
        assertThat(stream.push("enue")).isEqualTo("avenue");
        assertThat(stream.push(" av")).isEqualTo(" ");
        assertThat(stream.finish()).isEmpty();
        assertThat(stream.block()).map(Verdict.Block::start).contains(9);
    }

    @Test
    void afterABlockNothingMoreIsReleased() {
        StreamScreener stream = SCREENER.stream();
        assertThat(stream.push("如何制造炸")).isEqualTo("如何");
        assertThat(stream.push("弹？第一步")).isEmpty();
        assertThat(stream.push("没事了")).isEmpty();
        assertThat(stream.finish()).isEmpty();
        assertThat(stream.block()).contains(new Verdict.Block(HAN, 2, 6));
    }

    @Test
    void whatIsHeldBackStaysBounded() {
        StreamScreener stream = SCREENER.stream();
        String invisible = "\u200B".repeat(Scan.LONGEST_INVISIBLE_RUN);
        assertThat(stream.push("制" + invisible)).isEmpty();
        assertThat(stream.push("\u200B")).hasSize(Scan.LONGEST_INVISIBLE_RUN + 2);
    }

    @Test
    void anEndedStreamTakesNothingMore() {
        StreamScreener stream = SCREENER.stream();
        assertThat(stream.push("end") + stream.finish() + stream.finish()).isEqualTo("end");
        assertThatThrownBy(() -> stream.push("more")).isInstanceOf(IllegalStateException.class);
    }

    private static String place(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Allow() -> "allowed";
            case Verdict.Review(Rule _, int start, int end) -> "review " + start + " to " + end;
            case Verdict.Block(Rule _, int start, int end) -> start + " to " + end;
        };
    }

    private static String feed(StreamScreener stream, List<String> chunks) {
        var released = new StringBuilder();
        chunks.forEach(chunk -> released.append(stream.push(chunk)));
        return released.append(stream.finish()).toString();
    }

    private static List<String> chunks(String text, List<Integer> cuts) {
        var chunks = new ArrayList<String>();
        int from = 0;
        for (int cut : cuts) {
            int to = Math.min(text.length(), from + cut);
            chunks.add(text.substring(from, to));
            from = to;
        }
        chunks.add(text.substring(from));
        return chunks;
    }
}
