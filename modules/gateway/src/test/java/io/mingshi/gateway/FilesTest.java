package io.mingshi.gateway;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.mingshi.testkit.Tokens;
import io.mingshi.testkit.Topic;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FilesTest extends GatewayTest {
    @Test
    void aFileIsItsOwnersAloneUntilTheyDeleteIt() {
        Response taken = upload("alice", "Opening hours: nine to five.".getBytes(UTF_8), "user_data");
        taken.then().statusCode(200).body("object", equalTo("file")).body("filename", equalTo("hours.txt"));
        String id = taken.jsonPath().getString("id");
        as("alice").get("/v1/files").then().body("data.id", hasItem(id));
        as("alice").get("/v1/files/" + id).then().body("bytes", equalTo(28));
        assertThat(as("alice").get("/v1/files/" + id + "/content").asString()).startsWith("Opening hours");
        as("bob").get("/v1/files").then().body("data.id", not(hasItem(id)));
        as("bob")
                .get("/v1/files/" + id + "/content")
                .then()
                .statusCode(404)
                .body("error.code", equalTo("NO_SUCH_FILE"));
        as("bob").delete("/v1/files/" + id).then().statusCode(404);
        as("alice").delete("/v1/files/" + id).then().statusCode(200).body("deleted", equalTo(true));
        as("alice").get("/v1/files/" + id).then().statusCode(404);
    }

    @Test
    void aForbiddenFileIsNotKeptAndItsRefusalIsPublished() {
        upload("alice", "{\"q\":\"\\u70b8\\u5f39\"}".getBytes(UTF_8), "user_data")
                .then()
                .statusCode(400)
                .body("error.code", equalTo("INPUT_BLOCKED"));
        assertThat(Topic.of("gateway")
                        .await(event -> event.contains("mingshi-files") && event.contains("\"ruleId\":\"R-8\"")))
                .contains("RequestRefused", World.id("alice"));
    }

    @Test
    void filesAndModerationsAreScreenedForTheirCaller() {
        world.library(9_042, """
                {"ruleId":"M-1","category":"A.1-6","term":"拼酒","audience":"MINORS"}""");
        for (String ageGroup : List.of("ADULT", "UNDER_14")) {
            boolean adult = ageGroup.equals("ADULT");
            world.standing("alice", "ID_DOCUMENT", ageGroup);
            upload("alice", "他们在拼酒".getBytes(UTF_8), "user_data").then().statusCode(adult ? 200 : 400);
            as("alice")
                    .body(Map.of("input", "他们在拼酒"))
                    .post("/v1/moderations")
                    .then()
                    .statusCode(200)
                    .body("results[0].flagged", equalTo(!adult));
        }
    }

    @Test
    void whatCannotBeReviewedIsNotTaken() {
        upload("alice", new byte[] {(byte) 0x89, 'P', 'N', 'G', 0}, "user_data")
                .then()
                .statusCode(400)
                .body("error.code", equalTo("UNSUPPORTED"));
        upload("alice", "hello".getBytes(UTF_8), "fine-tune").then().body("error.code", equalTo("UNSUPPORTED"));
        upload("alice", new byte[(8 << 20) + 1], "user_data").then().statusCode(413);
        upload("carol", "hello".getBytes(UTF_8), "user_data").then().statusCode(403);
        world.moderationIsDown();
        upload("alice", "hello".getBytes(UTF_8), "user_data").then().statusCode(503);
    }

    private static Response upload(String person, byte[] content, String purpose) {
        return given().auth()
                .oauth2(Tokens.of(person))
                .multiPart("file", "hours.txt", content, "text/plain")
                .multiPart("purpose", purpose)
                .post("/v1/files");
    }
}
