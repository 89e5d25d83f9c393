package io.mingshi.labels.container.document;

import static io.mingshi.labels.container.document.Labelled.JSON;
import static io.mingshi.labels.container.document.Labelled.OTHER;
import static io.mingshi.labels.container.document.Labelled.read;
import static io.mingshi.labels.container.document.Labelled.sites;
import static io.mingshi.labels.container.document.Labelled.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.mingshi.labels.LabelException;
import io.mingshi.labels.source.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonContainerTest {
    private final JsonContainer container = new JsonContainer();

    @Test
    void theLabelIsTheFirstMemberAndTheRestStays() {
        assertThat(Labelled.with(container, "{ \"a\" : [1, 2.50e3],\"b\":null}\n"))
                .isEqualTo("{ \"AIGC\":" + JSON + ", \"a\" : [1, 2.50e3],\"b\":null}\n");
        assertThat(Labelled.with(container, "{\n  \"a\": 1\n}"))
                .isEqualTo("{\n  \"AIGC\":" + JSON + ",\n  \"a\": 1\n}");
        assertThat(Labelled.with(container, "\uFEFF {}")).isEqualTo("\uFEFF {\"AIGC\":" + JSON + "}");
    }

    @Test
    void everyOlderLabelGoesWhereverItStands() {
        String old = "\"AIGC\": " + OTHER;
        assertThat(Labelled.with(container, "{" + old + "}")).isEqualTo("{\"AIGC\":" + JSON + "}");
        assertThat(Labelled.with(container, "{" + old + ", \"a\":1 , \"\\u0041IGC\":\"x\", " + old + "}"))
                .isEqualTo("{\"AIGC\":" + JSON + ", \"a\":1 }");
        assertThat(Labelled.with(container, "{\"a\":1, " + old + "}")).isEqualTo("{\"AIGC\":" + JSON + ",\"a\":1}");
    }

    @Test
    void labellingTwiceChangesNothing() {
        String once = Labelled.with(container, "{\n\t\"a\": 1\n}");
        assertThat(Labelled.with(container, once)).isEqualTo(once);
    }

    @Test
    void membersDeeperInTheFileAreContent() {
        String deep = "{\"a\":{\"AIGC\":" + OTHER + "}}";
        assertThat(sites(container, utf8(deep))).isEmpty();
        assertThat(Labelled.with(container, deep)).endsWith("\"a\":{\"AIGC\":" + OTHER + "}}");
    }

    @Test
    void aMemberThatIsNoLabelIsNotThrownAway() {
        assertThatExceptionOfType(LabelException.class)
                .isThrownBy(() -> container.label(Source.of(utf8("{\"AIGC\":[1]}")), JSON))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(LabelException.Code.UNSUPPORTED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{",
                "{}x",
                "{\"a\":01}",
                "{\"a\":1,}",
                "{\"a\":.5}",
                "{\"a\":\"\\q\"}",
                "{\"a\":\"\\u00g0\"}",
                "{\"a\":tru}",
                "{a:1}",
                "{\"a\":\"\n\"}",
                "{\"a\":1}{\"b\":2}",
                "{\"AIGC\":{\"Label\":\"1\"}"
            })
    void whatIsNoJsonObjectIsAFlawAndIsRefused(String text) {
        assertThat(read(container, utf8(text)).flaws()).isNotEmpty();
        assertThatExceptionOfType(LabelException.class)
                .isThrownBy(() -> container.label(Source.of(utf8(text)), JSON))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(LabelException.Code.MALFORMED));
    }

    @Test
    void nestingIsBounded() {
        String deep = "{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";
        assertThat(read(container, utf8(deep)).flaws())
                .singleElement()
                .asString()
                .contains("deep");
    }

    @Test
    void whatIsNotUtf8IsAFlaw() {
        for (byte[] bad : new byte[][] {
            {(byte) 0xC0, (byte) 0x80}, {(byte) 0xED, (byte) 0xA0, (byte) 0x80}, {(byte) 0xFF}, {(byte) 0xE4}
        }) {
            byte[] file = utf8("{\"a\":\"....\"}");
            System.arraycopy(bad, 0, file, 6, bad.length);
            assertThat(read(container, file).flaws()).isNotEmpty();
        }
    }
}
