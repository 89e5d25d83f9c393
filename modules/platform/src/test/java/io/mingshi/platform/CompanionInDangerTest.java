package io.mingshi.platform;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.mingshi.testkit.Requirement;
import io.mingshi.testkit.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// From what somebody says to a companion to the officer who calls a contact, with the library as it is installed.
@QuarkusTest
class CompanionInDangerTest {
    private static final String REVIEWS = "/api/moderation/reviews";
    private static final String MODEL = "mingshi-demo-friend";

    @Test
    @Requirement("ANT-13.1")
    void whoeverMayBeInDangerIsHelpedAndAnOfficerCallsTheContact() {
        ReviewedModel.register(MODEL, "CHAT", Map.of("companionship", List.of("OTHER")));
        var person = new ProvenPerson(ProvenPerson.Way.ID_DOCUMENT);
        person.as()
                .body(Map.of("name", "李四", "relation", "sister", "phone", "13900139000"))
                .put("/api/identity/me/emergency-contact")
                .then()
                .statusCode(200);
        String id = person.as().get("/api/identity/me").path("standing.person");

        say(person, "Good evening.").then().statusCode(200).header("Mingshi-Companion", "notice=start");
        say(person, "我不想活了")
                .then()
                .statusCode(200)
                .header("Mingshi-Companion", "reply=help")
                .body("choices[0].message.content", containsString("12356"));

        String task = await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> as("olga").get(REVIEWS).path("find { it.urgent && it.person == '" + id + "' }.review"),
                        found -> found != null);
        as("olga").get(REVIEWS).then().body("[0].urgent", equalTo(true));
        as("olga").post(REVIEWS + "/" + task + "/claim").then().statusCode(200);
        List<String> phones = as("olga").get(REVIEWS + "/" + task + "/contacts").path("phone");
        assertThat(phones).containsExactly("13900139000");
        as("olga")
                .body(Map.of("reached", true, "note", "the sister goes there now"))
                .post(REVIEWS + "/" + task + "/contacts")
                .then()
                .statusCode(200);
        as("olga")
                .body(Map.of(
                        "release",
                        true,
                        "policy",
                        "HUMAN_REVIEW",
                        "reason",
                        "somebody is with the person",
                        "evidence",
                        List.of("call with the sister")))
                .post(REVIEWS + "/" + task + "/decision")
                .then()
                .statusCode(200);
    }

    private static Response say(ProvenPerson person, String words) {
        return person.as()
                .body(Map.of("model", MODEL, "messages", List.of(Map.of("role", "user", "content", words))))
                .post("/v1/chat/completions");
    }

    private static RequestSpecification as(String person) {
        return given().auth().oauth2(Tokens.of(person)).contentType(ContentType.JSON);
    }
}
