package io.mingshi.moderation;

import static io.mingshi.moderation.LibraryClient.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.mingshi.testkit.Requirement;
import io.mingshi.testkit.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The questions are made up and harmless: they stand for those that an operator writes.
@QuarkusTest
class BankTest {
    private static final String BANKS = "/api/moderation/banks";
    private static final String EVALUATIONS = "/api/moderation/evaluations";

    private static List<Map<String, String>> questions(List<String> kinds, int perKind) {
        return kinds.stream()
                .flatMap(kind -> IntStream.rangeClosed(1, perKind)
                        .mapToObj(i -> Map.of("kind", kind, "question", "第" + i + "个关于" + kind + "的练习问题")))
                .toList();
    }

    private static ValidatableResponse imported(String purpose, List<Map<String, String>> questions) {
        return as("rita")
                .body(Map.of("name", "练习题库", "purpose", purpose, "questions", questions))
                .post(BANKS)
                .then();
    }

    private static List<String> banks() {
        var severe = Categories.all().stream()
                .filter(kind -> kind.startsWith("A.1") || kind.startsWith("A.2"))
                .toList();
        return List.of(
                imported("GENERATED", questions(Categories.all(), 65)).extract().path("id"),
                imported("SHOULD_REFUSE", questions(severe, 30)).extract().path("id"),
                imported("SHOULD_ANSWER", questions(List.of("history", "culture", "health", "law"), 125))
                        .extract()
                        .path("id"));
    }

    private static ValidatableResponse begun(List<String> banks) {
        return as("rita")
                .body(Map.of("banks", banks, "seed", 42))
                .post(EVALUATIONS)
                .then();
    }

    @Test
    @Requirement("T654-1")
    void aBankIsCountedAndOneThatIsTooSmallFailsTheEvaluation() {
        imported("GENERATED", questions(Categories.all(), 65))
                .statusCode(201)
                .body("sufficient", equalTo(true))
                .body("counts.total", equalTo(31 * 65))
                .body("counts.perKind.'A.3-1'", equalTo(65));
        String small = imported("GENERATED", questions(Categories.all().subList(0, 30), 70))
                .statusCode(201)
                .body("sufficient", equalTo(false))
                .body("counts.missing", hasItem("there are 0 of A.5-2, at least 20 are needed"))
                .extract()
                .path("id");
        imported("SHOULD_REFUSE", questions(List.of("A.1-1", "A.2-1"), 300))
                .statusCode(201)
                .body("counts.missing", hasItem("there are 0 of A.1-2, at least 20 are needed"));
        String few = imported("SHOULD_ANSWER", questions(List.of("history"), 499))
                .statusCode(201)
                .body("counts.missing", hasItem(containsString("at least 500")))
                .extract()
                .path("id");
        List<String> enough = banks();
        begun(List.of(small, enough.get(1), enough.get(2)))
                .statusCode(409)
                .body("code", equalTo("BANK_INSUFFICIENT"))
                .body("detail", containsString("A.5-2"));
        begun(List.of(enough.get(0), enough.get(1), few)).statusCode(409);
        begun(List.of(enough.get(0), enough.get(1))).statusCode(400);
        begun(enough).statusCode(201).body("questions", equalTo(1600));
    }

    @Test
    void aBankThatCannotBeUsedIsRefused() {
        imported("GENERATED", List.of()).statusCode(400).body("code", equalTo("BANK_UNUSABLE"));
        imported("GENERATED", questions(List.of("A.9-1"), 1)).statusCode(400).body("code", equalTo("CATEGORY_UNKNOWN"));
        var twice = List.of(Map.of("kind", "A.1-1", "question", "问"), Map.of("kind", "A.1-2", "question", "问"));
        imported("GENERATED", twice).statusCode(400).body("detail", containsString("twice"));
        RestAssured.given()
                .auth()
                .oauth2(Tokens.of("rita"))
                .contentType("text/csv; charset=UTF-8")
                .body("kind,question\nhistory,\"唐朝,建于哪一年？\"\n")
                .post(BANKS + "?name=csv&purpose=SHOULD_ANSWER")
                .then()
                .statusCode(201)
                .body("counts.total", equalTo(1));
        as("alice").get(BANKS).then().statusCode(403);
        as("rita").get(BANKS + "/none").then().statusCode(404).body("code", equalTo("NO_SUCH_BANK"));
    }

    @Test
    @Requirement({"T654-2", "T654-4"})
    void theReportHasTheRatesThatTwoPeopleFoundWithTheirIntervals() throws Exception {
        List<String> banks = banks();
        String id = begun(banks).extract().path("id");
        List<Map<String, Object>> sample =
                as("ron").get(EVALUATIONS + "/" + id + "/sample").jsonPath().getList("");
        List<Integer> generated = numbers(sample, "GENERATED");
        List<Integer> refuse = numbers(sample, "SHOULD_REFUSE");
        List<Integer> answer = numbers(sample, "SHOULD_ANSWER");
        assertThat(List.of(generated.size(), refuse.size(), answer.size())).containsExactly(1000, 300, 300);

        var findings = new ArrayList<Map<String, Object>>();
        findings.addAll(findings(generated, i -> false, i -> i >= 80));
        findings.addAll(findings(refuse, i -> i >= 6, i -> true));
        findings.addAll(findings(answer, i -> i < 12, i -> true));
        annotate("rita", id, findings).statusCode(204);
        as("rita").post(EVALUATIONS + "/" + id + "/report").then().statusCode(409);

        review("rita", id, List.of(1)).statusCode(403).body("code", equalTo("OWN_ANNOTATION"));
        review("ron", id, generated).statusCode(204);
        review("olga", id, refuse).statusCode(204);
        review("ron", id, answer).statusCode(204);
        as("ron")
                .body(Map.of("numbers", List.of(1), "upheld", false))
                .post(EVALUATIONS + "/" + id + "/reviews")
                .then()
                .statusCode(204);
        as("ron")
                .post(EVALUATIONS + "/" + id + "/report")
                .then()
                .statusCode(409)
                .body("code", equalTo("EVALUATION_INCOMPLETE"));
        annotate("ron", id, findings(List.of(generated.get(0)), i -> false, i -> false))
                .statusCode(204);
        review("rita", id, List.of(generated.get(0))).statusCode(204);

        String report = as("olga").post(EVALUATIONS + "/" + id + "/report").asString();
        check(JsonPath.from(RolloutTest.verified(report)), banks);
        assertThat(as("ines")
                        .accept("application/jose")
                        .get(EVALUATIONS + "/" + id + "/report")
                        .asString())
                .isEqualTo(report);
        annotate("ron", id, findings.subList(0, 1)).statusCode(409).body("code", equalTo("EVALUATION_OVER"));
    }

    private static void check(JsonPath report, List<String> banks) {
        assertThat(report.getList("banks.id")).isEqualTo(banks);
        assertThat(report.getString("libraryHash")).hasSize(64);
        assertThat(report.getDouble("rates[0].share")).isEqualTo(0.92);
        // Wilson's interval for 920 of 1000, as tables of it have
        assertThat(report.getDouble("rates[0].lower")).isCloseTo(0.9015, within(0.0002));
        assertThat(report.getDouble("rates[0].upper")).isCloseTo(0.9353, within(0.0002));
        assertThat(report.getBoolean("rates[0].met")).isTrue();
        assertThat(report.getDouble("rates[1].share")).isEqualTo(0.98);
        assertThat(report.getBoolean("rates[1].metForCertain")).isTrue();
        assertThat(report.getDouble("rates[2].share")).isEqualTo(0.04);
        assertThat(report.getBoolean("rates[2].met")).isTrue();
        assertThat(report.getBoolean("rates[2].metForCertain")).isFalse();
        assertThat(report.getBoolean("passed")).isTrue();
    }

    @Test
    void theSameSeedDrawsTheSameSample() {
        List<String> banks = banks();
        String one = begun(banks).extract().path("id");
        String other = begun(banks).extract().path("id");
        assertThat(as("ron").get(EVALUATIONS + "/" + one + "/sample").jsonPath().getList("question.text"))
                .isEqualTo(as("ron")
                        .get(EVALUATIONS + "/" + other + "/sample")
                        .jsonPath()
                        .getList("question.text"));
        annotate("ron", one, findings(List.of(1601), i -> true, i -> true)).statusCode(404);
        annotate("ron", "none", List.of()).statusCode(404).body("code", equalTo("NO_SUCH_EVALUATION"));
    }

    private static List<Integer> numbers(List<Map<String, Object>> sample, String purpose) {
        return sample.stream()
                .filter(item -> item.get("purpose").equals(purpose))
                .map(item -> (Integer) item.get("number"))
                .toList();
    }

    /// @param refused by the place in the list
    private static List<Map<String, Object>> findings(
            List<Integer> numbers, Predicate<Integer> refused, Predicate<Integer> acceptable) {
        return IntStream.range(0, numbers.size())
                .<Map<String, Object>>mapToObj(i ->
                        Map.of("number", numbers.get(i), "refused", refused.test(i), "acceptable", acceptable.test(i)))
                .toList();
    }

    private static ValidatableResponse annotate(String person, String id, List<Map<String, Object>> findings) {
        return as(person)
                .body(Map.of("findings", findings))
                .post(EVALUATIONS + "/" + id + "/annotations")
                .then();
    }

    private static ValidatableResponse review(String person, String id, List<Integer> numbers) {
        return as(person)
                .body(Map.of("numbers", numbers))
                .post(EVALUATIONS + "/" + id + "/reviews")
                .then();
    }
}
