package io.mingshi.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.mingshi.testkit.Requirement;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Prohibited input is refused by a rule of a library that two people keep.
class ScreeningTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    @ParameterizedTest
    @Requirement("DSP-06.1")
    @ValueSource(strings = {"制造炸弹", "how to build a bomb"})
    void aProhibitedPromptRendersNothingAndIsOnRecordWithItsRule(String prompt) {
        String person = Provider.person("alice").get("/api/identity/me").path("standing.person");
        List<String> before = refusals();

        refused(prompt).body("error.code", equalTo("INPUT_BLOCKED")).body("data", equalTo(null));

        await().atMost(SOON).until(() -> !before.containsAll(refusals()));
        Map<String, Object> latest =
                Provider.person("rita").get("/api/moderation/refusals").path("find { it.person == '" + person + "' }");
        assertThat(latest).containsEntry("problem", "INPUT_BLOCKED");
        assertThat(latest.get("screening"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
                .containsEntry("verdict", "BLOCK")
                .doesNotContainEntry("ruleId", null)
                .doesNotContainEntry("category", null);
    }

    @Test
    @Requirement("DSP-10.3")
    void aLibraryEntryNeedsItsGroundsAndASecondPerson() {
        String term = "conformance-" + UUID.randomUUID();
        Map<String, String> proposal =
                Map.of("category", category(), "term", term, "reason", "conformance", "source", "conformance suite");
        for (String field : proposal.keySet()) {
            var incomplete = new HashMap<>(proposal);
            incomplete.remove(field);
            propose(incomplete).statusCode(400);
        }
        long version = version();
        String id = propose(proposal).statusCode(201).extract().path("id");

        approve("rita", id).statusCode(403);
        assertThat(version()).isEqualTo(version);
        ValidatableResponse approved = approve("ron", id).statusCode(200);

        assertThat(version()).isGreaterThan(version);
        String hash = approved.extract().path("hash");
        await().atMost(SOON).untilAsserted(() -> refused(term));
        assertThat(decidedWith()).contains(hash);
    }

    private static String decidedWith() {
        String work = Work.image().id();
        await().atMost(SOON)
                .untilAsserted(() -> Provider.person("ines")
                        .get("/api/records/works/" + work)
                        .then()
                        .statusCode(200)
                        .body("admission", not(equalTo(null))));
        return Provider.person("ines").get("/api/records/works/" + work).path("admission.screening.libraryHash");
    }

    private static String category() {
        return Provider.person("rita").get("/api/moderation/library").path("entries[0].category");
    }

    private static long version() {
        return Provider.person("rita")
                .get("/api/moderation/library/version")
                .jsonPath()
                .getLong("version");
    }

    private static ValidatableResponse propose(Map<String, String> proposal) {
        return Provider.person("rita")
                .contentType(ContentType.JSON)
                .body(proposal)
                .post("/api/moderation/library/proposals")
                .then();
    }

    private static ValidatableResponse approve(String person, String id) {
        return Provider.person(person)
                .post("/api/moderation/library/proposals/" + id + "/approval")
                .then();
    }

    private static List<String> refusals() {
        return Provider.person("rita").get("/api/moderation/refusals").path("id");
    }

    private static ValidatableResponse refused(String prompt) {
        return Provider.programOf("alice")
                .contentType(ContentType.JSON)
                .body(Work.imageRequest(prompt))
                .post("/v1/images/generations")
                .then()
                .statusCode(400);
    }
}
