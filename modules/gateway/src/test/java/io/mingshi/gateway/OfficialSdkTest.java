package io.mingshi.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.JsonValue;
import com.openai.errors.BadRequestException;
import com.openai.errors.PermissionDeniedException;
import com.openai.models.audio.speech.SpeechCreateParams;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionStreamOptions;
import com.openai.models.images.ImageEditParams;
import com.openai.models.images.ImageGenerateParams;
import io.mingshi.labels.LabelVerifier;
import io.mingshi.labels.Verdict;
import io.mingshi.testkit.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
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
