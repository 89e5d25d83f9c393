package io.mingshi.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.mingshi.testkit.Tokens;
import io.mingshi.testkit.Topic;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/// What was taken down does not come back by another way. Part of DSP-10.
@QuarkusTest
class ReuploadTest extends GatewayTest {
    @Test
    void aWorkThatWasTakenDownComesBackNeitherByUploadNorByGeneration() throws IOException {
        var made = picture("a lighthouse to be taken down");
        String work = made.header("Mingshi-Produce-Id");
        byte[] delivered = Base64.getDecoder().decode(made.jsonPath().getString("data[0].b64_json"));
        edit(delivered).then().statusCode(200);

        takeDown(work);

        edit(delivered)
                .then()
                .statusCode(400)
                .body("error.code", equalTo("INPUT_BLOCKED"))
                .body("error.message", containsString("TAKEN_DOWN:" + work));
        byte[] recompressed = Drawn.encoded(smaller(delivered), "jpg");
        edit(recompressed).then().statusCode(400).body("error.message", containsString("TAKEN_DOWN:" + work));
        picture("a lighthouse to be taken down")
                .then()
                .statusCode(400)
                .body("error.code", equalTo("OUTPUT_BLOCKED"))
                .body("error.message", containsString("TAKEN_DOWN:" + work));
        assertThat(event("RequestRefused", "TAKEN_DOWN:" + work)).contains("taken-down");
        picture("something else altogether").then().statusCode(200);
    }

    private static BufferedImage smaller(byte[] picture) throws IOException {
        BufferedImage whole = ImageIO.read(new ByteArrayInputStream(picture));
        var small = new BufferedImage(400, 400, BufferedImage.TYPE_3BYTE_BGR);
        var graphics = small.createGraphics();
        graphics.drawImage(whole.getScaledInstance(400, 400, Image.SCALE_AREA_AVERAGING), 0, 0, null);
        graphics.dispose();
        return small;
    }

    private static void takeDown(String work) {
        String ticket = "T-" + UUID.randomUUID();
        Topic.of("complaints").publish(ticket, """
                {"specversion":"1.0","id":"%s","source":"/mingshi/complaints",
                "type":"io.mingshi.complaints.ComplaintResolved.v1","subject":"%s","time":"2026-11-22T00:00:00Z",
                "datacontenttype":"application/json","data":{"ticket":"%s","work":"%s","upheld":true,
                "takedown":true,"officer":"olga","resolvedAt":"2026-11-22T00:00:00Z"}}""".formatted(ticket, ticket, ticket, work));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> as("alice")
                        .get("/api/gateway/works/" + work + "/content")
                        .then()
                        .statusCode(451));
        given().get("/works/" + work).then().statusCode(404);
    }

    private static Response picture(String prompt) {
        return as("alice")
                .body(Map.of("model", "mingshi-demo-image", "prompt", prompt, "size", "512x512"))
                .post("/v1/images/generations");
    }

    private static Response edit(byte[] picture) {
        return RestAssured.given()
                .auth()
                .oauth2(Tokens.of("alice"))
                .multiPart("image", "photo.png", picture, "image/png")
                .multiPart("model", "mingshi-demo-edit")
                .multiPart("prompt", "a warmer background")
                .multiPart("depicts", "none")
                .post("/v1/images/edits");
    }
}
