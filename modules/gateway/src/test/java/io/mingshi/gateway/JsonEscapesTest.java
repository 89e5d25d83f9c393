package io.mingshi.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonEscapesTest {
    private static final List<String> WRITTEN = List.of(
            "plain", "a\\nb", "\\u70b8\\u5f39", "quote \\\" and \\\\ and \\/", "\\\\u70b8", "\\ud83d\\ude00 end");

    @Test
    void aTextSaysWhatAJsonReaderReads() throws JsonProcessingException {
        var json = new ObjectMapper();
        for (String written : WRITTEN) {
            assertThat(JsonEscapes.read(written)).isEqualTo(json.readValue('"' + written + '"', String.class));
        }
    }

    @Test
    void everyCutSaysTheSameAndEveryCharacterIsCounted() {
        for (String written : WRITTEN) {
            for (int cut = 0; cut <= written.length(); cut++) {
                var escapes = new JsonEscapes();
                var said = new StringBuilder();
                int[] length = {0};
                JsonEscapes.Reading reading = (c, count) -> {
                    said.append(c);
                    length[0] += count;
                };
                escapes.take(written.substring(0, cut), reading);
                escapes.take(written.substring(cut), reading);
                escapes.end(reading);
                assertThat(said).hasToString(JsonEscapes.read(written));
                assertThat(length[0]).isEqualTo(written.length());
            }
        }
    }

    @Test
    void whatIsNoEscapeStandsForItself() {
        assertThat(JsonEscapes.read("\\u70zz\\u12")).isEqualTo("\\u70zz\\u12");
        assertThat(JsonEscapes.read("\\u7\\u70b8")).isEqualTo("\\u7炸");
        assertThat(JsonEscapes.read("end\\")).isEqualTo("end\\");
    }
}
