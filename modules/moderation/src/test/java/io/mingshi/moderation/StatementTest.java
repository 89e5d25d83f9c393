package io.mingshi.moderation;

import static io.mingshi.moderation.LibraryClient.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyOrNullString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.mingshi.testkit.Requirement;
import io.mingshi.testkit.Tokens;
import io.mingshi.testkit.Topic;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class StatementTest {
    private static final String STATEMENTS = "/api/moderation/statements/";

    @Test
    void aRefusalIsExplainedWithFactsGroundAutomationAndRedress() {
        String admission = Gateway.refused(
                Gateway.id("alice"), "INPUT_BLOCKED", Instant.now().minusSeconds(86_400));
        SanctionTest.awaitStatement(admission);
        as("alice")
                .get(STATEMENTS + "R-" + admission)
                .then()
                .statusCode(200)
                .body("restriction", equalTo("REFUSAL"))
                .body("facts", containsString("S-001"))
                .body("ground.policy", equalTo("PROHIBITED_CONTENT"))
                .body("ground.article", equalTo("DSP-6"))
                .body("ground.category", equalTo("A.1-4"))
                .body("automated", equalTo(true))
                .body("appeal", equalTo("http://127.0.0.1:8080/me/decisions?statement=R-" + admission));
        as("bob").get(STATEMENTS + "R-" + admission).then().statusCode(404).body("code", equalTo("NO_SUCH_STATEMENT"));
        as("olga").get(STATEMENTS + "R-" + admission).then().statusCode(200);
        Topic.of("moderation").await(event -> event.contains("PrivilegedRead") && event.contains("R-" + admission));
        Topic.of("moderation").await(event -> event.contains("StatementIssued") && event.contains(admission));
    }

    @Test
    @Requirement("EU-17.1")
    void everyRestrictionComesWithGroundFactsAutomationAndRedress() {
        String person = Gateway.someone();
        String refusal = Gateway.refused(person, "INPUT_BLOCKED", Instant.now());
        String review = Gateway.held(person);
        String work = Gateway.recorded(person, Instant.now());
        await().atMost(Duration.ofSeconds(20))
                .until(() -> as("rita")
                                .post("/api/moderation/reviews/" + review + "/claim")
                                .statusCode()
                        == 200);
        as("rita")
                .body(with("release", false))
                .post("/api/moderation/reviews/" + review + "/decision")
                .then()
                .statusCode(200);
        String takedown = await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> as("rita").body(with("work", work)).post("/api/moderation/takedowns"),
                        made -> made.statusCode() == 201)
                .path("statement");
        String closing = SanctionTest.impose("rita", SanctionTest.wanted(person, "CLOSURE"))
                .extract()
                .path("deed");
        SanctionTest.decide("ron", closing, true).statusCode(204);
        String closure =
                as("olga").get("/api/moderation/sanctions?person=" + person).path("[0].statement");
        List<String> statements = List.of(
                "R-" + refusal,
                "H-" + review,
                "W-" + review,
                takedown,
                imposed(person, "WARNING"),
                imposed(person, "RESTRICTION"),
                imposed(person, "SUSPENSION"),
                closure);
        SanctionTest.awaitStatement(refusal);
        for (String statement : statements) {
            as("olga")
                    .get(STATEMENTS + statement)
                    .then()
                    .statusCode(200)
                    .body("ground.article", not(emptyOrNullString()))
                    .body("ground.link", startsWith("http"))
                    .body("facts", not(emptyOrNullString()))
                    .body("automated", equalTo(statement.startsWith("R-") || statement.startsWith("H-")))
                    .body("appeal", endsWith("/me/decisions?statement=" + statement));
            Topic.of("moderation").await(event -> event.contains("StatementIssued") && event.contains(statement));
        }
    }

    private static Map<String, Object> with(String field, Object value) {
        return Map.of(
                field,
                value,
                "policy",
                "PROHIBITED_CONTENT",
                "reason",
                "shows what is prohibited",
                "evidence",
                List.of("seen whole"));
    }

    @Test
    void aConsentThatIsMissingIsExplainedToo() {
        String admission = Gateway.refused(Gateway.id("alice"), "CONSENT_REFUSED", Instant.now());
        SanctionTest.awaitStatement(admission);
        as("alice").get(STATEMENTS + "R-" + admission).then().body("ground.policy", equalTo("CONSENT_OF_THE_DEPICTED"));
    }

    @Test
    void anotherModuleAsksWhoDecided() {
        String sanction = SanctionTest.impose("rita", SanctionTest.wanted(Gateway.someone(), "WARNING"))
                .extract()
                .path("sanction");
        given().auth()
                .oauth2(Tokens.ofService())
                .get("/api/moderation/decisions/S-" + sanction)
                .then()
                .statusCode(200)
                .body("decidedBy", equalTo(Gateway.id("rita")))
                .body("restriction", equalTo("WARNING"));
        given().auth()
                .oauth2(Tokens.ofService())
                .get("/api/moderation/decisions/S-none")
                .then()
                .statusCode(404);
        as("olga").get("/api/moderation/decisions/S-" + sanction).then().statusCode(403);
    }

    @Test
    void theExportHasTheFieldsOfTheTransparencyDatabaseAndNamesNobody() {
        String person = Gateway.someone();
        String from = Instant.now().minusSeconds(1).toString();
        String refusal = Gateway.refused(person, "INPUT_BLOCKED", Instant.now());
        SanctionTest.awaitStatement(refusal);
        String warning = imposed(person, "WARNING");
        String restriction = imposed(person, "RESTRICTION");
        String suspension = imposed(person, "SUSPENSION");
        var export = as("ines")
                .get(STATEMENTS + "dsa?from=" + from + "&to=" + Instant.now().plusSeconds(60))
                .then()
                .statusCode(200)
                .extract();
        assertThat(export.asString()).doesNotContain(person);
        Map<String, Object> one = export.path("statements.find { it.puid == 'R-" + refusal + "' }");
        assertThat(one)
                .containsEntry("decision_visibility", List.of("DECISION_VISIBILITY_OTHER"))
                .containsEntry("decision_ground", "DECISION_GROUND_ILLEGAL_CONTENT")
                .containsEntry("illegal_content_legal_ground", "DSP-6")
                .containsEntry("category", "STATEMENT_CATEGORY_RISK_FOR_PUBLIC_SECURITY")
                .containsEntry("source_type", "SOURCE_VOLUNTARY")
                .containsEntry("automated_detection", "Yes")
                .containsEntry("automated_decision", "AUTOMATED_DECISION_FULLY")
                .containsKeys(
                        "decision_visibility_other",
                        "illegal_content_explanation",
                        "content_type",
                        "content_date",
                        "application_date",
                        "decision_facts")
                .doesNotContainKeys("incompatible_content_ground", "decision_account");
        Map<String, Object> restricted = export.path("statements.find { it.puid == '" + restriction + "' }");
        assertThat(restricted)
                .containsEntry("decision_provision", "DECISION_PROVISION_PARTIAL_SUSPENSION")
                .containsEntry("automated_decision", "AUTOMATED_DECISION_NOT_AUTOMATED")
                .containsKey("end_date_service_restriction");
        Map<String, Object> suspended = export.path("statements.find { it.puid == '" + suspension + "' }");
        assertThat(suspended)
                .containsEntry("decision_account", "DECISION_ACCOUNT_SUSPENDED")
                .containsKey("end_date_account_restriction");
        Object warned = export.path("statements.find { it.puid == '" + warning + "' }");
        assertThat(warned).as("a warning restricts nothing").isNull();
        as("alice").get(STATEMENTS + "dsa?from=" + from + "&to=" + from).then().statusCode(403);
        as("ines").get(STATEMENTS + "dsa?from=yesterday").then().statusCode(400).body("next", nullValue());
    }

    private static String imposed(String person, String kind) {
        return SanctionTest.impose("rita", SanctionTest.wanted(person, kind))
                .statusCode(201)
                .extract()
                .path("statement");
    }
}
