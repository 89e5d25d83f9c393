package io.mingshi.records;

import static io.mingshi.records.KeptThen.monthsAgo;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.mingshi.contracts.PersonId;
import io.mingshi.testkit.Requirement;
import io.mingshi.testkit.Tokens;
import io.mingshi.testkit.Topic;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BreachTest {
    private static final String FACTS = "\"kinds\": [\"账号\", \"邮箱\"], \"cause\": \"a lost laptop\", \"harm\":"
            + " \"unwanted mail\", \"measures\": \"passwords were reset\", \"ownMeasures\": \"beware of letters\","
            + " \"contact\": \"privacy@example.org\", \"noticedAt\": \"2026-11-20T02:00:00Z\"";

    @Inject
    KeptThen kept;

    @Test
    @Requirement("PIPL-57.1")
    void theNoticeHasAllItemsInBothLanguagesAndTellsTheDeadlines() {
        ValidatableResponse notice = send("olga", "{" + FACTS + ", \"persons\": [\"P-2\", \"P-1\", \"P-2\"]}")
                .statusCode(200);
        for (String text : List.of("zh", "en")) {
            notice.body(
                    text,
                    allOf(List.of(
                            containsString("2026-11-20 10:00"),
                            containsString("账号"),
                            containsString("邮箱"),
                            containsString("a lost laptop"),
                            containsString("unwanted mail"),
                            containsString("passwords were reset"),
                            containsString("beware of letters"),
                            containsString("privacy@example.org"))));
        }
        notice.body("affected", equalTo(2))
                .body("deadlines.find { it.what == 'AUTHORITY' }.until", equalTo("2026-11-20T02:00:00Z"))
                .body("deadlines.find { it.what == 'CRITICAL_INFRASTRUCTURE' }.until", equalTo("2026-11-20T03:00:00Z"))
                .body(
                        "deadlines.find { it.what == 'PROVINCIAL_ADMINISTRATION' }.until",
                        equalTo("2026-11-20T06:00:00Z"))
                .body("deadlines.find { it.what == 'POLICE' }.confirmed", equalTo(false))
                .body("deadlines.find { it.what == 'SUMMARY' }.until", nullValue());
        String id = notice.extract().path("id");
        get("olga", id + "/persons").body("$", contains("P-1", "P-2"));
        get("olga", id + "/persons?after=P-1").body("$", contains("P-2"));
        get("ines", id).body("zh", equalTo(notice.extract().path("zh")));
        String event = Topic.of("records").await(text -> text.contains("BreachNotified") && text.contains(id));
        assertThat(JsonPath.from(event).getLong("data.affected")).isEqualTo(2);
    }

    @Test
    void whomABreachConcernsIsFoundFromTheRecordsOfAPeriod() {
        PersonId person = Facts.person();
        kept.keep(Facts.work(person, monthsAgo(1)), monthsAgo(1));
        String period = ", \"from\": \"" + monthsAgo(1) + "\", \"until\": \""
                + monthsAgo(1).plusMillis(1) + "\"}";
        String id = send("olga", "{" + FACTS + period).statusCode(200).extract().path("id");
        assertThat(get("olga", id + "/persons").extract().jsonPath().getList("$", String.class))
                .contains(person.value())
                .doesNotContain("platform");
    }

    @Test
    void aNoticeThatLacksAnItemIsRefused() {
        for (String item : List.of("kinds", "cause", "harm", "measures", "ownMeasures", "contact")) {
            String without = FACTS.replace("\"" + item + "\"", "\"other\"");
            send("olga", "{" + without + ", \"persons\": [\"P-1\"]}")
                    .statusCode(400)
                    .body("code", equalTo("BREACH_INCOMPLETE"))
                    .body("detail", containsString(item));
        }
        send("olga", "{" + FACTS + ", \"persons\": []}").statusCode(400);
        send("olga", "{" + FACTS + "}").statusCode(400);
        send("ines", "{" + FACTS + ", \"persons\": [\"P-1\"]}").statusCode(403);
        given().auth()
                .oauth2(Tokens.of("olga"))
                .get("/api/records/breaches/none")
                .then()
                .statusCode(404);
    }

    private static ValidatableResponse send(String person, String body) {
        return given().auth()
                .oauth2(Tokens.of(person))
                .contentType("application/json")
                .body(body)
                .post("/api/records/breaches")
                .then();
    }

    private static ValidatableResponse get(String person, String path) {
        return given().auth()
                .oauth2(Tokens.of(person))
                .get("/api/records/breaches/" + path)
                .then()
                .statusCode(200);
    }
}
