package io.mingshi.servicekit.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingshi.contracts.event.Event;
import io.mingshi.testkit.LocalStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every event has a golden example in `contracts`, which publisher and consumers agree on.
///
/// `-Dmingshi.write=golden` writes the example of a new event and the AsyncAPI document.
class GoldenTest {
    private static final Path FOLDER =
            LocalStack.root().resolve("modules/contracts/src/main/resources/io/mingshi/contracts/golden");
    private static final Path ASYNC_API = LocalStack.root().resolve("docs/asyncapi.yaml");
    private static final boolean WRITE = "golden".equals(System.getProperty("mingshi.write"));

    private final EventCodec codec = new EventCodec();
    private final ObjectMapper json = new ObjectMapper();

    static List<Class<? extends Event>> types() {
        return EventTypes.all();
    }

    @ParameterizedTest
    @MethodSource("types")
    void anEventIsReadAndWrittenAsItsGoldenExampleSays(Class<? extends Event> type) throws IOException {
        Path file = FOLDER.resolve(EventTypes.of(type) + ".json");
        if (WRITE && !Files.exists(file)) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, pretty(encode(Samples.of(type))));
        }
        assertThat(file).as("run with -Dmingshi.write=golden to make it").exists();
        String golden = Files.readString(file);
        Received received = codec.decode(golden);
        assertThat(received.event())
                .hasValueSatisfying(event -> assertThat(event).isInstanceOf(type));
        JsonNode written = json.readTree(encode(received.event().orElseThrow()));
        assertThat(written).isEqualTo(json.readTree(golden));
    }

    @Test
    void noGoldenExampleIsLeftOfAnEventThatIsGone() throws IOException {
        try (var files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .allMatch(name -> EventTypes.find(name.replaceFirst("\\.json$", "")) != null);
        }
    }

    @Test
    void theAsyncApiDocumentIsTheOneGeneratedFromTheEvents() throws IOException {
        String generated = AsyncApi.document();
        if (WRITE) {
            Files.writeString(ASYNC_API, generated);
        }
        assertThat(Files.readString(ASYNC_API))
                .as("run with -Dmingshi.write=golden")
                .isEqualTo(generated);
    }

    private String encode(Event event) {
        String type = EventTypes.of(event.getClass());
        return codec.encode(
                "01JDC5M8XQ0000000000000000", type.split("\\.")[2], event, Samples.INSTANT, Samples.TRACEPARENT);
    }

    private String pretty(String text) throws IOException {
        return json.writerWithDefaultPrettyPrinter().writeValueAsString(json.readTree(text)) + "\n";
    }
}
