package io.mingshi.labeling;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.mingshi.contracts.Sha256;
import io.mingshi.labels.fingerprint.PictureFingerprint;
import io.mingshi.testkit.Tokens;
import io.mingshi.testkit.Topic;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Random;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/// What was taken down is not taken in again. Part of CSL-49.1.
@QuarkusTest
class TakenDownTest {
    @Test
    void aTakenDownPictureIsRefusedByItsBytesAndByItsLookUntilTheTakedownIsTakenBack() throws IOException {
        BufferedImage picture = drawn(1);
        byte[] png = encoded(picture, "png");
        byte[] jpeg = encoded(picture, "jpg");
        byte[] other = encoded(drawn(2), "png");
        take(png).then().statusCode(200);
        String decision = "D-" + UUID.randomUUID();
        String fingerprint = PictureFingerprint.of(picture).orElseThrow().toString();
        tell("TakedownOrdered", decision, """
                ,"contentHash":"%s","fingerprint":"%s\"""".formatted(Sha256.of(png), fingerprint));

        await().atMost(Duration.ofSeconds(20)).until(() -> take(png).statusCode() == 451);
        take(png).then().body("code", equalTo("CONTENT_TAKEN_DOWN")).body("detail", containsString(decision));
        take(jpeg).then().statusCode(451).body("code", equalTo("CONTENT_TAKEN_DOWN"));
        take(other).then().statusCode(200);

        tell("TakedownRevoked", decision, "");
        await().atMost(Duration.ofSeconds(20)).until(() -> take(png).statusCode() == 200);
        take(jpeg).then().statusCode(200);
    }

    @Test
    void aTakenDownTextIsRefusedByItsBytes() {
        byte[] text = ("a text nobody may read " + UUID.randomUUID()).getBytes(java.nio.charset.StandardCharsets.UTF_8);
        tell("TakedownOrdered", "D-" + UUID.randomUUID(), ",\"contentHash\":\"" + Sha256.of(text) + '"');
        await().atMost(Duration.ofSeconds(20)).until(() -> take(text).statusCode() == 451);
    }

    private static Response take(byte[] file) {
        return given().auth()
                .oauth2(Tokens.of("alice"))
                .multiPart("file", "file", file)
                .multiPart("declared", "true")
                .post("/api/labeling/intakes");
    }

    private static void tell(String type, String decision, String traces) {
        String id = UUID.randomUUID().toString();
        Topic.of("moderation").publish(decision, """
                {"specversion":"1.0","id":"%s","source":"/mingshi/moderation",
                "type":"io.mingshi.moderation.%s.v1","subject":"W-1","time":"2026-11-22T00:00:00Z",
                "datacontenttype":"application/json","data":{"work":"W-1","decision":"%s","reason":"unlawful",
                "by":"rita","at":"2026-11-22T00:00:00Z"%s}}""".formatted(id, type, decision, traces));
    }

    /// A picture of many colours that no other test draws.
    private static BufferedImage drawn(long seed) {
        var picture = new BufferedImage(512, 512, BufferedImage.TYPE_INT_RGB);
        var random = new Random(seed);
        var graphics = picture.createGraphics();
        for (int i = 0; i < 60; i++) {
            graphics.setColor(new Color(random.nextInt(0x1000000)));
            graphics.fillOval(
                    random.nextInt(450), random.nextInt(450), 30 + random.nextInt(200), 30 + random.nextInt(200));
        }
        graphics.dispose();
        return picture;
    }

    private static byte[] encoded(BufferedImage picture, String format) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, format, bytes);
        return bytes.toByteArray();
    }
}
