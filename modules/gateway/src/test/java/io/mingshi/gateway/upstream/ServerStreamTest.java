package io.mingshi.gateway.upstream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

class ServerStreamTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Property(tries = 300)
    void whateverAServerSendsIsReadOrAFailureOfIts(@ForAll @Size(max = 20) List<@StringLength(max = 60) String> parts) {
        var text = new StringBuilder();
        for (String part : parts) {
            text.append(part.length() % 2 == 0 ? "data: " : "").append(part).append('\n');
        }
        try (var stream = open(text.toString(), 7)) {
            while (stream.next().isPresent()) {
                assertThat(stream.usage()).isNotNull();
            }
        } catch (ServerFailure failure) {
            assertThat(failure.problem().detail()).contains("the model's server");
        }
    }

    @Property(tries = 200)
    void aTextIsTheSameHoweverItsBytesArrive(
            @ForAll @StringLength(min = 1, max = 40) String words, @ForAll @IntRange(min = 1, max = 50) int step) {
        String chunk = JSON.createObjectNode()
                .set(
                        "choices",
                        JSON.createArrayNode()
                                .add(JSON.createObjectNode()
                                        .put("index", 0)
                                        .set("delta", JSON.createObjectNode().put("content", words))))
                .toString();
        try (var stream = open("data: " + chunk + "\r\n\r\n: a comment\n\ndata: [DONE]\n\n", step)) {
            assertThat(stream.next().orElseThrow().text()).isEqualTo(words);
            assertThat(stream.next()).isEqualTo(Optional.empty());
        }
    }

    private static ServerStream open(String text, int step) {
        InputStream bytes = new ByteArrayInputStream(text.getBytes(UTF_8)) {
            @Override
            public synchronized int read(byte[] into, int from, int length) {
                return super.read(into, from, Math.min(length, step));
            }
        };
        return new ServerStream(bytes, JSON, Duration.ofMinutes(1));
    }
}
