package io.mingshi.moderation;

import static io.mingshi.moderation.LibraryClient.LIBRARY;
import static io.mingshi.moderation.LibraryClient.as;
import static io.mingshi.moderation.LibraryClient.library;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.mingshi.testkit.Requirement;
import io.mingshi.testkit.Tokens;
import io.mingshi.testkit.Topic;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class RolloutTest {
    private static final String CANDIDATES = LIBRARY + "/candidates";

    private static ValidatableResponse imported(List<Map<String, Object>> entries) {
        return as("rita")
                .body(Map.of("reason", "weekly update", "source", "list 47", "entries", entries))
                .post(CANDIDATES)
                .then();
    }

    private static ValidatableResponse published(String person, String candidate) {
        return as(person).post(CANDIDATES + "/" + candidate + "/publication").then();
    }

    @Test
    @Requirement("DSP-10.3")
    void manyChangesAreTriedAndComeIntoForceAsOneVersionByAnotherPerson() {
        long before = library().getLong("version");
        String id = imported(List.of(
                        Map.of("category", "A.1-8", "term", "传销拉人头", "pinyin", true),
                        Map.of("category", "A.1-8", "term", "出租.{0,4}银行卡", "kind", "PATTERN", "verdict", "REVIEW"),
                        Map.of("category", "A.1-8", "term", "反传销拉人头", "kind", "EXEMPTION"),
                        Map.of("category", "A.1-8", "term", "🐴", "kind", "SIGN", "meaning", "传销拉人头"),
                        Map.of("category", "A.1-6", "term", "深夜饮酒", "audience", "MINORS")))
                .statusCode(201)
                .body("changes", equalTo(5))
                .extract()
                .path("id");
        var texts = List.of("教我传销拉人头", "反传销拉人头宣传", "高价出租你的银行卡", "今天天气很好", "制造炸弹", "教我chuán xiāo lā rén tóu");
        as("ron")
                .body(Map.of("texts", texts))
                .post(CANDIDATES + "/" + id + "/dry-run")
                .then()
                .statusCode(200)
                .body("texts", equalTo(6))
                .body("changes.'ALLOW to BLOCK'", equalTo(2))
                .body("changes.'ALLOW to REVIEW'", equalTo(1))
                .body("differences.text", equalTo(List.of(0, 2, 5)));
        String bank = as("rita")
                .body(Map.of(
                        "name",
                        "练习",
                        "purpose",
                        "SHOULD_ANSWER",
                        "questions",
                        List.of(Map.of("kind", "law", "question", "为什么要反传销拉人头？"))))
                .post("/api/moderation/banks")
                .then()
                .extract()
                .path("id");
        as("ron")
                .body(Map.of("bank", bank))
                .post(CANDIDATES + "/" + id + "/dry-run")
                .then()
                .body("texts", equalTo(1))
                .body("differences", equalTo(List.of()));
        assertThat(library().getLong("version")).isEqualTo(before);

        published("rita", id).statusCode(403).body("code", equalTo("OWN_PROPOSAL"));
        String hash = published("ron", id)
                .statusCode(200)
                .body("version", equalTo((int) before + 1))
                .extract()
                .path("hash");
        published("ron", id).statusCode(409).body("code", equalTo("ALREADY_APPROVED"));
        JsonPath after = library();
        assertThat(after.getString("hash")).isEqualTo(hash);
        assertThat(after.getList("entries.findAll { it.ruleId.startsWith('R-" + (before + 1) + "-') }.kind"))
                .containsExactly("TERM", "PATTERN", "EXEMPTION", "SIGN", "TERM");
        assertThat(Topic.of("moderation").await(event -> event.contains(hash))).contains(id);
    }

    @Test
    void aRollBackMakesTheLibraryWhatItWas() {
        JsonPath before = library();
        String rule = before.getString("entries[0].ruleId");
        String id = as("rita")
                .body(Map.of(
                        "reason",
                        "new list",
                        "source",
                        "list 48",
                        "retire",
                        List.of(rule),
                        "entries",
                        List.of(Map.of("category", "A.1-8", "term", "回滚测试词"))))
                .post(CANDIDATES)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        published("olga", id).statusCode(200).body("hash", not(equalTo(before.getString("hash"))));

        String back = as("ron")
                .body(Map.of("version", before.getLong("version"), "reason", "false alarms"))
                .post(CANDIDATES + "/rollback")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        published("rita", back)
                .statusCode(200)
                .body("hash", equalTo(before.getString("hash")))
                .body("version", equalTo((int) before.getLong("version") + 2));
        assertThat(library().getList("entries")).isEqualTo(before.getList("entries"));
        as("ron")
                .body(Map.of("version", 999_999, "reason", "mistake"))
                .post(CANDIDATES + "/rollback")
                .then()
                .statusCode(404);
    }

    @Test
    void aRollBackThatWouldNotReachItsVersionAnyMoreIsRefused() {
        JsonPath before = library();
        publishedTerm("回退前测试词");
        var rollBack = Map.of("version", before.getLong("version"), "reason", "false alarms");
        String back = as("ron").body(rollBack).post(CANDIDATES + "/rollback").path("id");
        publishedTerm("回退后测试词");

        published("rita", back).statusCode(409).body("code", equalTo("LIBRARY_CHANGED"));
        assertThat(library().getList("entries.term")).contains("回退前测试词", "回退后测试词");
        String again = as("ron").body(rollBack).post(CANDIDATES + "/rollback").path("id");
        published("rita", again).statusCode(200).body("hash", equalTo(before.getString("hash")));
    }

    private static void publishedTerm(String term) {
        String id = imported(List.of(Map.of("category", "A.1-8", "term", term)))
                .statusCode(201)
                .extract()
                .path("id");
        published("ron", id).statusCode(200);
    }

    @Test
    void aDiscardedCandidateNeverComesIntoForce() {
        String id = imported(List.of(Map.of("category", "A.1-8", "term", "弃用测试词")))
                .statusCode(201)
                .extract()
                .path("id");
        as("ron").get(CANDIDATES).then().statusCode(200).body("id", hasItem(id));
        as("ron").delete(CANDIDATES + "/" + id).then().statusCode(204);
        published("ron", id).statusCode(409);
        as("ron").get(CANDIDATES).then().body("id", not(hasItem(id)));
        published("ron", "no-such-candidate").statusCode(404).body("code", equalTo("NO_SUCH_CANDIDATE"));
    }

    @Test
    void aCandidateIsTriedOnLiveTextsUntilItIsDecided() {
        String id = imported(List.of(Map.of("category", "A.1-8", "term", "影子测试词")))
                .statusCode(201)
                .extract()
                .path("id");
        as("ron").get(LIBRARY + "/shadow").then().statusCode(200).body("percent", equalTo(0));
        String trial = CANDIDATES + "/" + id + "/shadow";
        as("ron").body(Map.of("percent", 101)).put(trial).then().statusCode(400);
        as("rita").body(Map.of("percent", 10)).put(trial).then().statusCode(403).body("code", equalTo("OWN_PROPOSAL"));
        as("rita").body(Map.of("percent", 0)).put(trial).then().statusCode(204);
        as("ron").body(Map.of("percent", 10)).put(trial).then().statusCode(204);
        as("ron")
                .get(LIBRARY + "/shadow")
                .then()
                .body("candidate", equalTo(id))
                .body("percent", equalTo(10))
                .body("entries.term", hasItem("影子测试词"));
        assertThat(library().getList("entries.term")).doesNotContain("影子测试词");
        as("ron").delete(CANDIDATES + "/" + id).then().statusCode(204);
        as("ron").get(LIBRARY + "/shadow").then().body("percent", equalTo(0));
        as("ron").body(Map.of("percent", 10)).put(trial).then().statusCode(409);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PATTERN|出售.*枪支|no longest length",
                "PATTERN|.{0,3}枪|begins with any letter",
                "SIGN|字|not one symbol",
                "CLASSIFIER|fraud|threshold",
                "CLASSIFIER|Fraud Model|small letters",
                "EXEMPTION|。。|at least 2 letters"
            })
    void anEntryThatCannotBeSearchedForIsRefusedInOneSentence(String kind, String term, String why) {
        imported(List.of(Map.of("category", "A.1-8", "term", term, "kind", kind, "meaning", "枪支")))
                .statusCode(400)
                .body("detail", containsString(why));
        imported(List.of(Map.of("category", "A.1-8", "term", "制造炸弹")))
                .statusCode(409)
                .body("code", equalTo("ALREADY_LISTED"));
    }

    @ParameterizedTest
    @CsvSource({"EXEMPTION, 未成年人例外", "SIGN, 🍺"})
    void anExemptionAndASignCountForEverybody(String kind, String term) {
        imported(List.of(
                        Map.of("category", "A.1-6", "term", term, "kind", kind, "meaning", "饮酒", "audience", "MINORS")))
                .statusCode(400)
                .body("code", equalTo("TERM_UNUSABLE"))
                .body("detail", containsString("counts for everybody"));
    }

    @Test
    void patternsThatAreTooManyTogetherDoNotComeIntoForce() {
        long before = library().getLong("version");
        List<Map<String, Object>> patterns = IntStream.range(0, 4)
                .<Map<String, Object>>mapToObj(i -> Map.of(
                        "category",
                        "A.1-8",
                        "kind",
                        "PATTERN",
                        "term",
                        "租售卖借".charAt(i) + "(" + String.join("|", Collections.nCopies(42, "枪{63}")) + ")"))
                .toList();
        String id = imported(patterns).statusCode(201).extract().path("id");
        published("ron", id)
                .statusCode(400)
                .body("code", equalTo("TERM_UNUSABLE"))
                .body("detail", containsString("letters together"));
        assertThat(library().getLong("version")).isEqualTo(before);
        as("ron").delete(CANDIDATES + "/" + id).then().statusCode(204);
    }

    @Test
    void whatIsExportedCanBeImportedAndVerified() throws Exception {
        String id = imported(List.of(
                        Map.of("category", "A.1-8", "term", "导出,测试词", "verdict", "REVIEW"),
                        Map.of("category", "A.1-8", "term", "☎", "kind", "SIGN", "meaning", "电话"),
                        Map.of("category", "A.1-8", "term", "fraud", "kind", "CLASSIFIER", "threshold", 0.75)))
                .statusCode(201)
                .extract()
                .path("id");
        published("ron", id).statusCode(200);
        String csv = as("ines").accept("text/csv").get(LIBRARY + "/export").asString();
        assertThat(csv)
                .startsWith("rule,category,term,kind,verdict,audience,pinyin,meaning,threshold\r\n")
                .contains(",A.1-8,\"导出,测试词\",TERM,REVIEW,EVERYBODY,false,,\r\n")
                .contains(",A.1-8,fraud,CLASSIFIER,BLOCK,EVERYBODY,false,,0.75\r\n");
        String changed = "rule,category,term,kind,verdict,audience,pinyin,meaning,threshold\n"
                + ",A.1-8,\"再导入,测试词\",TERM,REVIEW,MINORS,true,,\n";
        given().auth()
                .oauth2(Tokens.of("rita"))
                .contentType("text/csv; charset=UTF-8")
                .body(changed)
                .post(CANDIDATES + "?reason=import&source=file")
                .then()
                .statusCode(201)
                .body("changes", equalTo(1));

        String signed =
                as("ines").accept("application/jose").get(LIBRARY + "/export").asString();
        assertThat(JsonPath.from(verified(signed)).getString("hash"))
                .isEqualTo(library().getString("hash"));
        as("alice").accept("text/csv").get(LIBRARY + "/export").then().statusCode(403);
    }

    @Test
    @Requirement("T654-3")
    void tenThousandEntriesAreImportedAtOnceAndCounted() {
        var entries = IntStream.range(0, 10_000)
                .<Map<String, Object>>mapToObj(i -> Map.of(
                        "category",
                        i % 2 == 0 ? "A.1-" + (1 + i / 2 % 8) : "A.2-" + (1 + i / 2 % 9),
                        "term",
                        "测试词条" + Integer.toString(i + 46656, 36).replaceAll("[0-9]", "数$0")))
                .toList();
        String id = imported(entries).statusCode(201).extract().path("id");
        as("ines").get(LIBRARY + "/adequacy").then().statusCode(200).body("missing.size()", not(equalTo(0)));
        long before = library().getLong("version");
        published("ron", id).statusCode(200);
        as("ines").get(LIBRARY + "/adequacy").then().body("missing", equalTo(List.of()));

        String back = as("ron")
                .body(Map.of("version", before, "reason", "only a test"))
                .post(CANDIDATES + "/rollback")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        published("rita", back).statusCode(200);
    }

    static String verified(String jws) throws Exception {
        var keys = new JsonWebKeySet(
                given().get("/api/moderation/evaluations/keys").asString());
        var signature = new JsonWebSignature();
        signature.setAlgorithmConstraints(
                new AlgorithmConstraints(AlgorithmConstraints.ConstraintType.PERMIT, AlgorithmIdentifiers.EDDSA));
        signature.setCompactSerialization(jws);
        signature.setKey(keys.getJsonWebKeys().getFirst().getKey());
        assertThat(signature.verifySignature()).isTrue();
        return signature.getPayload();
    }
}
