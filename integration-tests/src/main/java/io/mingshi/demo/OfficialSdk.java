package io.mingshi.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.JsonValue;
import com.openai.core.http.HttpResponse;
import com.openai.models.audio.speech.SpeechCreateParams;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.images.Image;
import com.openai.models.images.ImageEditParams;
import com.openai.models.images.ImageGenerateParams;
import com.openai.models.images.ImagesResponse;
import io.mingshi.demo.Scene.Fact;
import io.mingshi.labels.ExplicitWording;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The paths that are compatible with OpenAI, called through OpenAI's own library.
final class OfficialSdk {
    private OfficialSdk() {}

    static void worksUnchanged(Scene scene) throws IOException {
        OpenAIClient client = OpenAIOkHttpClient.builder()
                .baseUrl(scene.stranger().base() + "/v1")
                .apiKey(scene.recall(Fact.API_KEY))
                .maxRetries(0)
                .build();
        try {
            lists(scene, client);
            chats(scene, client);
            draws(scene, client);
            edits(scene, client);
            speaks(scene, client);
        } finally {
            client.close();
        }
    }

    private static void lists(Scene scene, OpenAIClient client) {
        List<String> models =
                client.models().list().data().stream().map(model -> model.id()).toList();
        scene.check(
                models.containsAll(List.of(Works.CHAT_MODEL, Works.IMAGE_MODEL)),
                "models: " + String.join(", ", models),
                models.toString());
    }

    private static void chats(Scene scene, OpenAIClient client) {
        var question = ChatCompletionCreateParams.builder()
                .model(Works.CHAT_MODEL)
                .addUserMessage("Describe a lighthouse.")
                .build();
        String reply = client.chat()
                .completions()
                .create(question)
                .choices()
                .getFirst()
                .message()
                .content()
                .orElse("");
        scene.check(ExplicitWording.conforms(reply), "chat: a labelled reply", reply);
        try (var stream = client.chat().completions().createStreaming(question)) {
            String text = stream.stream()
                    .flatMap(chunk -> chunk.choices().stream())
                    .flatMap(choice -> choice.delta().content().stream())
                    .collect(Collectors.joining());
            scene.check(ExplicitWording.conforms(text), "streamed chat: a labelled reply", text);
        }
    }

    private static void draws(Scene scene, OpenAIClient client) throws IOException {
        ImagesResponse drawn = client.images()
                .generate(ImageGenerateParams.builder()
                        .model(Works.IMAGE_MODEL)
                        .prompt("a harbour in the morning")
                        .build());
        scene.narrator().holds("images: one is generated");
        keep(scene, "sdk-image.png", drawn);
    }

    private static void edits(Scene scene, OpenAIClient client) throws IOException {
        ImagesResponse edited = client.images()
                .edit(ImageEditParams.builder()
                        .model(Consents.EDIT_MODEL)
                        .image(scene.output().resolve("sdk-image.png"))
                        .prompt("more clouds")
                        .putAdditionalBodyProperty("depicts", JsonValue.from("none"))
                        .putAdditionalBodyProperty("purpose", JsonValue.from("demonstration"))
                        .build());
        scene.narrator().holds("edits: a picture that shows nobody is edited without consent");
        keep(scene, "sdk-edited.png", edited);
    }

    private static void speaks(Scene scene, OpenAIClient client) throws IOException {
        try (HttpResponse spoken = client.audio()
                .speech()
                .create(SpeechCreateParams.builder()
                        .model(Works.SPEECH_MODEL)
                        .voice("demo")
                        .input("Good morning.")
                        .responseFormat(SpeechCreateParams.ResponseFormat.WAV)
                        .build())) {
            byte[] sound = spoken.body().readAllBytes();
            scene.narrator().holds("speech: a sound is spoken");
            Labels.checkFile(
                    scene, sound, spoken.headers().values("Mingshi-Produce-Id").getFirst());
            scene.keep("sdk-speech.wav", sound);
        }
    }

    private static void keep(Scene scene, String file, ImagesResponse response) throws IOException {
        Image image = response.data().orElse(List.of()).stream()
                .findFirst()
                .orElseThrow(() -> new DoesNotHold("the answer holds no image"));
        byte[] content = Base64.getDecoder().decode(image.b64Json().orElse(""));
        Labels.checkFile(scene, content, workOf(image));
        scene.keep(file, content);
    }

    /// The library hands on what it does not know.
    private static String workOf(Image image) {
        return Optional.ofNullable(image._allProperties().get("mingshi"))
                .map(beside -> beside.convert(JsonNode.class))
                .map(node -> node.path("produce_id").asText())
                .orElse("");
    }
}
