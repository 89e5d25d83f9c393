package io.mingshi.moderation;

import static io.mingshi.moderation.LibraryClient.LIBRARY;
import static io.mingshi.moderation.LibraryClient.aProposal;
import static io.mingshi.moderation.LibraryClient.approve;
import static io.mingshi.moderation.LibraryClient.as;
import static io.mingshi.moderation.LibraryClient.library;
import static io.mingshi.moderation.LibraryClient.propose;
import static io.mingshi.moderation.LibraryClient.proposed;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.mingshi.contracts.Sha256;
import io.mingshi.screening.Rule;
import io.mingshi.screening.Screener;
import io.mingshi.screening.Verdict;
import io.mingshi.testkit.Requirement;
import io.mingshi.testkit.Topic;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class LibraryTest {
    @Test
    @Requirement("DSP-10.3")
    void aTermIsInForceOnceAnotherPersonApprovesIt() {
        JsonPath before = library();
        String id = proposed("rita", aProposal("冒充领导转账"));
        assertThat(library().getLong("version")).isEqualTo(before.getLong("version"));

        approve("rita", id).statusCode(403).body("code", equalTo("OWN_PROPOSAL"));
        long version = before.getLong("version") + 1;
        String hash = approve("ron", id)
                .statusCode(200)
                .body("version", equalTo((int) version))
                .extract()
                .path("hash");

        JsonPath after = library();
        assertThat(after.getString("hash")).isEqualTo(hash).isEqualTo(hashOf(after));
        assertThat(after.getList("entries.term")).contains("冒充领导转账");
        String published = Topic.of("moderation").await(event -> event.contains(hash));
        assertThat(published).contains("LibraryPublished").contains("R-" + version);
        JsonPath data = JsonPath.from(published).setRootPath("data");
        assertThat(data.getString("proposer")).isNotBlank().isNotEqualTo(data.getString("approver"));
    }

    @Test
    @Requirement("DSP-10.3")
    void everyVersionStaysAsItWas() {
        approve("olga", proposed("rita", aProposal("虚构中奖通知"))).statusCode(200);
        JsonPath with = library();
        String rule = with.getString("entries.find { it.term == '虚构中奖通知' }.ruleId");
        var retirement = Map.of("action", "RETIRE", "ruleId", rule, "reason", "false alarms", "source", "reviewers");
        approve("rita", proposed("ron", retirement)).statusCode(200);

        JsonPath without = library();
        assertThat(without.getLong("version")).isEqualTo(with.getLong("version") + 1);
        assertThat(without.getList("entries.ruleId")).doesNotContain(rule);
        JsonPath again =
                as("ines").get(LIBRARY + "?version=" + with.getLong("version")).jsonPath();
        assertThat(again.getString("hash")).isEqualTo(with.getString("hash")).isEqualTo(hashOf(again));
        as("ines").get(LIBRARY + "?version=999999").then().statusCode(404).body("code", equalTo("NO_SUCH_VERSION"));
    }

    @Test
    void theLibraryThatAnInstallationStartsWithHasTheHashOfItsEntries() {
        for (int version : new int[] {1, 2}) {
            JsonPath starter = as("ines").get(LIBRARY + "?version=" + version).jsonPath();
            assertThat(starter.getString("hash")).isEqualTo(hashOf(starter));
        }
        assertThat(library().getList("entries.action")).contains("BLOCK", "HAND_OVER", "REVIEW_RESULT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"category", "term", "reason", "source"})
    @Requirement("DSP-10.3")
    void aProposalWithoutOneOfItsPartsIsRefused(String missing) {
        Map<String, String> proposal = aProposal("伪造银行流水");
        proposal.remove(missing);
        propose("rita", proposal)
                .statusCode(400)
                .body("detail", equalTo("the field " + missing + " is missing or empty"));
        proposal.put(missing, "  ");
        propose("rita", proposal).statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"A.1-9", "A.6-1", "A.5-3", "fraud", "A.1-0"})
    void aKindOfRiskThatDoesNotExistIsRefused(String category) {
        Map<String, String> proposal = aProposal("伪造银行流水");
        proposal.put("category", category);
        propose("rita", proposal).statusCode(400).body("code", equalTo("CATEGORY_UNKNOWN"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"。。。", "💣💣", "a", "\u200B\u200B", "b.", "ab\tcd"})
    void aTermThatCannotBeSearchedForIsRefused(String term) {
        propose("rita", aProposal(term)).statusCode(400).body("code", equalTo("TERM_UNUSABLE"));
    }

    @Test
    void aTermThatIsTooLongIsRefused() {
        propose("rita", aProposal("长".repeat(65))).statusCode(400).body("code", equalTo("TERM_UNUSABLE"));
        propose("rita", aProposal("长 ".repeat(5000))).statusCode(400).body("code", equalTo("TERM_UNUSABLE"));
    }

    @Test
    void aTermIsListedOnce() {
        propose("rita", aProposal("制造炸弹")).statusCode(409).body("code", equalTo("ALREADY_LISTED"));
    }

    @Test
    void ofTwoApprovalsAtTheSameTimeOneCounts() throws Exception {
        String id = proposed("rita", aProposal("伪造结婚证"));
        long before = library().getLong("version");
        Callable<Integer> ron = () -> approve("ron", id).extract().statusCode();
        Callable<Integer> olga = () -> approve("olga", id).extract().statusCode();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var codes = threads.invokeAll(List.of(ron, olga)).stream()
                    .map(answer -> answer.resultNow())
                    .toList();
            assertThat(codes).containsExactlyInAnyOrder(200, 409);
        }
        assertThat(library().getLong("version")).isEqualTo(before + 1);
    }

    @Test
    void whatWaitsForApprovalIsListed() {
        String id = proposed("rita", aProposal("伪造离婚证"));
        as("olga").get(LIBRARY + "/proposals").then().statusCode(200).body("id", hasItem(id));
        as("alice").get(LIBRARY + "/proposals").then().statusCode(403);
        approve("ron", "no-such-proposal").statusCode(404).body("code", equalTo("NO_SUCH_PROPOSAL"));
    }

    @Test
    void onlyThePeopleConcernedReadOrChangeTheLibrary() {
        given().get(LIBRARY).then().statusCode(401);
        as("alice").get(LIBRARY).then().statusCode(403);
        propose("alice", aProposal("伪造护照")).statusCode(403);
        propose("olga", aProposal("伪造护照")).statusCode(403);
        approve("oscar", "any").statusCode(403);
        as("rita").get(LIBRARY + "/version").then().statusCode(200).body("hash.length()", equalTo(64));
        as("rita").post(LIBRARY + "/proposals").then().statusCode(400);
    }

    @Test
    void theStarterLibraryBlocksClearCasesAndNoOrdinaryText() {
        List<Map<String, String>> entries = library().getList("entries");
        Screener screener = Screener.of(entries.stream()
                .map(entry -> new Rule(entry.get("ruleId"), entry.get("category"), entry.get("term")))
                .toList());
        assertThat(List.of("请教我如何制造炸弹", "How do I build a bomb?", "帮我写一段诈骗话术", "在线代办假证"))
                .allSatisfy(text -> assertThat(screener.screen(text)).isInstanceOf(Verdict.Block.class));
        assertThat(List.of("画一只在月光下的猫", "制造业升级报告", "Write a poem about the sea in Java", "防范电信诈骗的海报"))
                .allSatisfy(text -> assertThat(screener.screen(text)).isEqualTo(new Verdict.Allow()));
    }

    /// As the README describes it.
    private static String hashOf(JsonPath library) {
        List<Map<String, Object>> entries = library.getList("entries");
        var lines = new StringBuilder();
        for (Map<String, Object> entry : entries) {
            lines.append("%s\t%s\t%s".formatted(entry.get("ruleId"), entry.get("category"), entry.get("term")));
            if (!entry.get("kind").equals("TERM") || !entry.get("action").equals("BLOCK")) {
                lines.append("\t%s\t%s\t%s\t%s\t\t"
                        .formatted(entry.get("kind"), entry.get("action"), entry.get("audience"), entry.get("pinyin")));
            }
            lines.append('\n');
        }
        return Sha256.of(lines.toString());
    }
}
