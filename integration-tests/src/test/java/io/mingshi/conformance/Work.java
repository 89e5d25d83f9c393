package io.mingshi.conformance;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;

/// A generated work, and the ways to ask for one.
public final class Work {
    static final String IMAGE_MODEL = "mingshi-demo-image";
    static final String EDIT_MODEL = "mingshi-demo-edit";

    private final String id;
    private final byte[] content;

    private Work(String id, byte[] content) {
        this.id = id;
        this.content = content;
    }

    /// Its ProduceID.
    String id() {
        return id;
    }

    public byte[] content() {
        return content;
    }

    /// An image that Alice's program asked for; another each time, since one that was taken down is not made again.
    public static Work image() {
        return ofImages(Provider.programOf("alice")
                .contentType(ContentType.JSON)
                .body(imageRequest("a lighthouse at dusk, number " + UUID.randomUUID()))
                .post("/v1/images/generations"));
    }

    static Map<String, Object> imageRequest(String prompt) {
        return Map.of("model", IMAGE_MODEL, "prompt", prompt, "size", "256x256", "response_format", "b64_json");
    }

    static Map<String, Object> chatRequest(String prompt, boolean stream) {
        return Map.of(
                "model",
                "mingshi-demo-chat",
                "stream",
                stream,
                "messages",
                List.of(Map.of("role", "user", "content", prompt)));
    }

    static Map<String, Object> speechRequest(String text, String format) {
        return Map.of("model", "mingshi-demo-speech", "input", text, "voice", "demo", "response_format", format);
    }

    /// A sound that Alice's program asked for.
    public static Work sound() {
        Response answer = Provider.programOf("alice")
                .contentType(ContentType.JSON)
                .body(speechRequest("The light turns all night.", "wav"))
                .post("/v1/audio/speech");
        answer.then().statusCode(200);
        return new Work(answer.header("Mingshi-Produce-Id"), answer.asByteArray());
    }

    /// Asks Alice's program to edit a picture.
    static Response edit(byte[] picture, String depicts, String purpose) {
        return Provider.programOf("alice")
                .multiPart("image", "picture.png", picture, "image/png")
                .multiPart("model", EDIT_MODEL)
                .multiPart("prompt", "a warmer background")
                .multiPart("depicts", depicts)
                .multiPart("purpose", purpose)
                .multiPart("response_format", "b64_json")
                .post("/v1/images/edits");
    }

    static Work ofImages(Response answer) {
        answer.then().statusCode(200);
        return new Work(
                answer.path("data[0].mingshi.produce_id"),
                Base64.getDecoder().decode(answer.<String>path("data[0].b64_json")));
    }

    /// A picture that was not generated here.
    static byte[] plainPicture() throws IOException {
        var png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(200, 200, BufferedImage.TYPE_INT_RGB), "png", png);
        return png.toByteArray();
    }
}
