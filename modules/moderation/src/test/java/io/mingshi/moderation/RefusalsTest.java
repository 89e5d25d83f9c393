package io.mingshi.moderation;

import static io.mingshi.moderation.LibraryClient.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mingshi.testkit.Requirement;
import io.mingshi.testkit.Topic;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RefusalsTest {
    private static final String REFUSALS = "/api/moderation/refusals";
    private static final String SCREENING = """
            ,"screening":{"part":"input","verdict":"BLOCK","ruleId":"S-001","category":"A.1-4",
            "libraryVersion":1,"libraryHash":"abc"}""";

    @Test
    @Requirement("DSP-06.1")
    void aRefusedGenerationIsKeptWithPersonRuleCategoryAndLibrary() {
        String event = refused("01KE0000000000000000000001", "person-1", SCREENING);
        Topic.of("gateway").publish("01KE0000000000000000000001", event);
        Topic.of("gateway").publish("01KE0000000000000000000001", event);
        Topic.of("gateway")
                .publish("01KE0000000000000000000002", refused("01KE0000000000000000000002", "person-2", ""));
        Topic.of("gateway")
                .publish("01KE0000000000000000000003", refused("01KE0000000000000000000003", "person-3", SCREENING));

        await().atMost(Duration.ofSeconds(20)).until(() -> !of("person-3").isEmpty());
        assertThat(of("person-2")).as("a refusal that no rule caused").isEmpty();
        assertThat(refusals().getList("findAll { it.person == 'person-1' }")).hasSize(1);
        assertThat(of("person-1"))
                .containsEntry("admission", "01KE0000000000000000000001")
                .containsEntry("problem", "INPUT_BLOCKED")
                .extractingByKey("screening")
                .isEqualTo(Map.of(
                        "part", "input",
                        "verdict", "BLOCK",
                        "ruleId", "S-001",
                        "category", "A.1-4",
                        "libraryVersion", 1,
                        "libraryHash", "abc"));
    }

    @Test
    void readingTheRefusalsIsItselfRecorded() {
        refusals();
        String read = Topic.of("moderation")
                .await(event -> event.contains("PrivilegedRead") && event.contains("\"refusals\""));
        assertThat(JsonPath.from(read).getString("data.what")).isEqualTo("refusals");
    }

    @Test
    void onlyReviewersReadTheRefusals() {
        as("alice").get(REFUSALS).then().statusCode(403);
        as("oscar").get(REFUSALS).then().statusCode(403);
    }

    private static Map<String, Object> of(String person) {
        Map<String, Object> found = refusals().getMap("find { it.person == '" + person + "' }");
        return found == null ? Map.of() : found;
    }

    private static JsonPath refusals() {
        return as("rita").get(REFUSALS).then().statusCode(200).extract().jsonPath();
    }

    private static String refused(String admission, String person, String screening) {
        return """
                {"specversion":"1.0","id":"event-%s","source":"/mingshi/gateway",
                "type":"io.mingshi.gateway.RequestRefused.v1","subject":"%s","time":"2026-11-22T02:00:00Z",
                "datacontenttype":"application/json","data":{"admission":"%s","person":"%s",
                "model":"mingshi-demo-chat","problem":"INPUT_BLOCKED","detail":"the input contains what is prohibited",
                "refusedAt":"2026-11-22T02:00:00Z"%s}}""".formatted(admission, admission, admission, person, screening);
    }
}
