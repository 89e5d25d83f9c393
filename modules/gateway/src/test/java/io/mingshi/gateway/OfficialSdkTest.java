package io.mingshi.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.JsonValue;
import com.openai.errors.BadRequestException;
import com.openai.errors.PermissionDeniedException;
import com.openai.models.FunctionDefinition;
import com.openai.models.audio.speech.SpeechCreateParams;
import com.openai.models.audio.transcriptions.TranscriptionCreateParams;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionStreamOptions;
import com.openai.models.files.FileCreateParams;
import com.openai.models.files.FilePurpose;
import com.openai.models.images.ImageEditParams;
import com.openai.models.images.ImageGenerateParams;
import com.openai.models.moderations.ModerationCreateParams;
import com.openai.models.responses.Response;
import com.openai.models.responses.ResponseCreateParams;
import com.openai.models.responses.ResponseOutputText;
import com.openai.models.videos.Video;
import com.openai.models.videos.VideoCreateParams;
import com.openai.models.videos.VideoSeconds;
import com.openai.models.videos.VideoSize;
import io.mingshi.labels.LabelVerifier;
import io.mingshi.labels.Verdict;
import io.mingshi.testkit.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The official library, unmodified, with a base address and a key.
@QuarkusTest
class OfficialSdkTest extends GatewayTest {
    @Test
    void conversationsWorkWholeAndStreamed() {
        try (var client = new Client("alice")) {
            var question = ChatCompletionCreateParams.builder()
                    .model("mingshi-demo-chat")
                    .addSystemMessage("Be short.")
                    .addUserMessage("Describe a lighthouse.")
                    .streamOptions(ChatCompletionStreamOptions.builder()
                            .includeUsage(true)
                            .build())
                    .build();
            var whole = client.api.chat().completions().create(question);
            assertThat(whole.choices().getFirst().message().content())
                    .get()
                    .asString()
                    .startsWith(NOTICE);
            assertThat(whole.usage()).isPresent();
            try (var stream = client.api.chat().completions().createStreaming(question)) {
                var chunks = stream.stream().toList();
                assertThat(chunks.stream()
                                .flatMap(chunk -> chunk.choices().stream())
                                .flatMap(choice -> choice.delta().content().stream())
                                .collect(Collectors.joining()))
                        .startsWith(NOTICE);
                assertThat(chunks.getLast().usage()).isPresent();
            }
        }
    }

    @Test
    void picturesAreMadeAndEdited() {
        try (var client = new Client("alice")) {
            byte[] made = picture(client.api
                    .images()
                    .generate(ImageGenerateParams.builder()
                            .model("mingshi-demo-image")
                            .prompt("a harbour")
                            .size(ImageGenerateParams.Size.of("256x256"))
                            .build()));
            assertThat(new LabelVerifier().verify(made).verdict()).isEqualTo(Verdict.COMPLIANT);
            byte[] edited = picture(client.api
                    .images()
                    .edit(ImageEditParams.builder()
                            .model("mingshi-demo-edit")
                            .image(made)
                            .prompt("more clouds")
                            .putAdditionalBodyProperty("depicts", JsonValue.from("none"))
                            .build()));
            assertThat(new LabelVerifier().verify(edited).verdict()).isEqualTo(Verdict.COMPLIANT);
        }
    }

    @Test
    void speechIsMade() throws IOException {
        try (var client = new Client("alice");
                var spoken = client.api
                        .audio()
                        .speech()
                        .create(SpeechCreateParams.builder()
                                .model("mingshi-demo-speech")
                                .voice("demo")
                                .input("Good morning.")
                                .responseFormat(SpeechCreateParams.ResponseFormat.WAV)
                                .build())) {
            assertThat(new LabelVerifier().verify(spoken.body().readAllBytes()).verdict())
                    .isEqualTo(Verdict.COMPLIANT);
        }
    }

    @Test
    void responsesWorkWholeAndStreamed() {
        try (var client = new Client("alice")) {
            var question = ResponseCreateParams.builder()
                    .model("mingshi-demo-chat")
                    .instructions("Be short.")
                    .input("Describe a pier.")
                    .build();
            assertThat(text(client.api.responses().create(question))).startsWith(NOTICE);
            try (var stream = client.api.responses().createStreaming(question)) {
                var completed = stream.stream()
                        .flatMap(event -> event.completed().stream())
                        .findFirst()
                        .orElseThrow();
                assertThat(text(completed.response())).startsWith(NOTICE);
            }
        }
    }

    private static String text(Response response) {
        return response.output().getFirst().message().orElseThrow().content().stream()
                .flatMap(content -> content.outputText().stream())
                .map(ResponseOutputText::text)
                .collect(Collectors.joining());
    }

    @Test
    void toolsAreCalled() {
        try (var client = new Client("alice")) {
            var answer = client.api
                    .chat()
                    .completions()
                    .create(ChatCompletionCreateParams.builder()
                            .model("mingshi-demo-chat")
                            .addUserMessage("weather please")
                            .addFunctionTool(
                                    FunctionDefinition.builder().name("weather").build())
                            .build());
            var call = answer.choices()
                    .getFirst()
                    .message()
                    .toolCalls()
                    .orElseThrow()
                    .getFirst()
                    .asFunction();
            assertThat(call.function().name()).isEqualTo("weather");
        }
    }

    @Test
    void filesTextsAndSoundsAreTaken() {
        try (var client = new Client("alice")) {
            var file = client.api
                    .files()
                    .create(FileCreateParams.builder()
                            .purpose(FilePurpose.USER_DATA)
                            .file("hello".getBytes(UTF_8))
                            .build());
            assertThat(client.api.files().retrieve(file.id()).bytes()).isEqualTo(5);
            assertThat(client.api.files().delete(file.id()).deleted()).isTrue();
            assertThat(client.api
                            .moderations()
                            .create(ModerationCreateParams.builder()
                                    .input("how to build a bomb")
                                    .build())
                            .results()
                            .getFirst()
                            .flagged())
                    .isTrue();
            byte[] sound = as("alice")
                    .body(Map.of("model", "mingshi-demo-speech", "input", "hi", "voice", "demo"))
                    .post("/v1/audio/speech")
                    .asByteArray();
            var heard = client.api
                    .audio()
                    .transcriptions()
                    .create(TranscriptionCreateParams.builder()
                            .model("mingshi-demo-transcription")
                            .file(sound)
                            .build());
            assertThat(heard.transcription().orElseThrow().text()).startsWith(NOTICE);
        }
    }

    /// The library calls its films deprecated, which is no reason not to serve those who use them.
    @Test
    @SuppressWarnings("deprecation")
    void filmsAreMadeInJobs() {
        try (var client = new Client("alice")) {
            String id = client.api
                    .videos()
                    .create(VideoCreateParams.builder()
                            .model("mingshi-demo-video")
                            .prompt("a calm sea")
                            .seconds(VideoSeconds.of("1"))
                            .size(VideoSize.of("256x256"))
                            .build())
                    .id();
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> client.api.videos().retrieve(id).status().equals(Video.Status.COMPLETED));
        }
    }

    @Test
    void refusalsArriveAsTheLibrarysOwnExceptions() {
        try (var client = new Client("alice")) {
            assertThatThrownBy(() -> client.ask("how to build a bomb"))
                    .isInstanceOf(BadRequestException.class)
                    .hasMessageContaining("R-7");
            world.standing("alice", "NONE");
            assertThatThrownBy(() -> client.ask("hello")).isInstanceOf(PermissionDeniedException.class);
        }
    }

    @Test
    void theModelsAreListed() {
        world.play("/api/governance/models", 200, """
                [{"model":"mingshi-demo-chat","version":"1","capabilities":["CHAT"],"filingNumber":"DEMO-0001",
                "registeredAt":"2026-11-22T00:00:00Z"}]""");
        try (var client = new Client("alice")) {
            assertThat(client.api.models().list().data().getFirst().id()).isEqualTo("mingshi-demo-chat");
        }
    }

    private static byte[] picture(com.openai.models.images.ImagesResponse response) {
        return Base64.getDecoder()
                .decode(response.data().orElseThrow().getFirst().b64Json().orElseThrow());
    }

    private static final class Client implements AutoCloseable {
        final OpenAIClient api;

        Client(String person) {
            String key = RestAssured.given()
                    .auth()
                    .oauth2(Tokens.of(person))
                    .contentType("application/json")
                    .body(Map.of("name", "library"))
                    .post("/api/gateway/keys")
                    .jsonPath()
                    .getString("key");
            api = OpenAIOkHttpClient.builder()
                    .baseUrl(RestAssured.baseURI + ":" + RestAssured.port + "/v1")
                    .apiKey(key)
                    .maxRetries(0)
                    .build();
        }

        void ask(String question) {
            api.chat()
                    .completions()
                    .create(ChatCompletionCreateParams.builder()
                            .model("mingshi-demo-chat")
                            .addUserMessage(question)
                            .build());
        }

        @Override
        public void close() {
            api.close();
        }
    }
}
