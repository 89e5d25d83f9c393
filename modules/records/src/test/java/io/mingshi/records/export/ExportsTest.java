package io.mingshi.records.export;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.mingshi.contracts.PersonId;
import io.mingshi.records.Evidence;
import io.mingshi.records.Header;
import io.mingshi.records.Links;
import io.mingshi.records.Receipt;
import io.mingshi.records.Records;
import io.mingshi.records.RetentionClass;
import io.mingshi.testkit.Requirement;
import io.mingshi.testkit.Tokens;
import io.mingshi.testkit.Topic;
import io.quarkus.agroal.DataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
@TestProfile(ExportsTest.SmallParts.class)
class ExportsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String EXPORTS = "/api/records/exports";
    private static final Duration MARGIN = Duration.ofSeconds(1);

    @TempDir
    Path folder;

    @Inject
    Records records;

    @Inject
    Evidence evidence;

    @Inject
    ExportJob job;

    @Inject
    ExportSettings settings;

    @Inject
    @DataSource("records")
    AgroalDataSource dataSource;

    /// Parts of a few records, and a margin that is over soon.
    public static final class SmallParts implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("mingshi.records.export.part", "50", "mingshi.records.export.margin", MARGIN.toString());
        }
    }

    @Test
    @Requirement({"DSP-21.1", "CSL-23.1"})
    void aPeriodIsHandedOverAndVerifiesOnAnotherMachineWithOnlyTheKey() throws Exception {
        Instant from = now();
        keep(230, new PersonId("alice-1"), RetentionClass.UNLABELLED_SUPPLY);
        Instant to = now();
        keep(20, new PersonId("alice-1"), RetentionClass.NETWORK_LOG);
        String id = ordered("olga", Map.of("from", from.toString(), "to", to.toString()));
        as("olga", EXPORTS + "/" + id).body("state", equalTo("AWAITING_APPROVAL"));
        approve("olga", id).then().statusCode(403).body("code", equalTo("EXPORT_NEEDS_ANOTHER_OFFICER"));
        approve("ines", id).then().statusCode(403);
        file("ines", id).then().statusCode(409).body("code", equalTo("EXPORT_NOT_READY"));
        approve("otto", id).then().statusCode(200);
        approve("otto", id).then().statusCode(409);
        Path zip = downloaded(id);

        Verifier.Answer answer = verifyElsewhere(zip);
        assertThat(answer.said())
                .contains("VERIFIED", "every entry that the log has of the period")
                .doesNotContain("CAUTION");
        assertThat(answer.code()).isZero();
        String lines = new String(Tampering.read(zip).get("records.jsonl"), UTF_8);
        assertThat(lines.lines().filter(line -> line.contains("UNLABELLED_SUPPLY")))
                .hasSize(230);
        assertThat(lines).contains("text 229").doesNotContain("NETWORK_LOG");
        for (String step : List.of("ExportOrdered", "ExportApproved", "ExportMade", "export-file")) {
            Topic.of("records").await(text -> text.contains(id) && text.contains(step));
        }
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(one("select count(*) from record where retention_class = 'AUDIT'"
                                + " and subject = '" + id + "'"))
                        .isGreaterThanOrEqualTo(4));
    }

    @Test
    void whatBelongsToAPersonAWorkOrACaseIsHandedOver() throws Exception {
        String run = UUID.randomUUID().toString().substring(0, 8);
        keep(3, new PersonId("person-" + run), RetentionClass.NETWORK_LOG);
        keep(2, new PersonId("other-" + run), RetentionClass.NETWORK_LOG, "W-" + run, "T-" + run);
        keep(1, new PersonId("other-" + run), RetentionClass.NETWORK_LOG, "W-" + run, null);
        assertThat(exported(Map.of("person", "person-" + run), 3)).contains("all 3 records");
        assertThat(exported(Map.of("work", "W-" + run), 3)).contains("all 3 records");
        assertThat(exported(Map.of("caseId", "T-" + run), 3)).contains("only an export of a period can be checked");
    }

    @Test
    void anExportWithoutTextsNeedsNoApprovalUnlessItIsOfAPerson() throws Exception {
        String work = "W-" + UUID.randomUUID();
        keep(2, new PersonId("carol"), RetentionClass.NETWORK_LOG, work, null);
        String id = ordered("ines", Map.of("work", work, "texts", false));
        Path zip = downloaded(id);
        assertThat(verifyElsewhere(zip).said()).contains("the texts of 2 records: not given (NOT_ORDERED)");
        assertThat(new String(Files.readAllBytes(zip), ISO_8859_1)).doesNotContain("text 1");
        String person = ordered("ines", Map.of("person", "carol", "texts", false));
        as("ines", EXPORTS + "/" + person).body("state", equalTo("AWAITING_APPROVAL"));
    }

    @Test
    void aJobThatWasInterruptedGoesOnAfterItsLastPart() throws Exception {
        String work = "W-" + UUID.randomUUID();
        keep(400, new PersonId("dave"), RetentionClass.NETWORK_LOG, work, null);
        String first = ordered("ines", Map.of("work", work, "texts", false));
        Map<String, byte[]> whole = Tampering.read(downloaded(first));
        job.stop();
        String id = ordered("ines", Map.of("work", work, "texts", false));
        job.start();
        await().atMost(PATIENCE).until(() -> one("select count(*) from export_part where export = '" + id + "'") > 0);
        job.stop();
        long parts = one("select count(*) from export_part where export = '" + id + "'");
        String state = as("ines", EXPORTS + "/" + id).extract().path("state");
        Folders.make(settings.folder(id).resolve(parts + "-half"));
        Files.write(settings.folder(id).resolve(parts + "-half").resolve("records"), new byte[] {1, 2, 3});
        job.start();
        Map<String, byte[]> resumed = Tampering.read(downloaded(id));
        assertThat(state).isIn("RUNNING", "READY");
        for (String name : List.of("records.jsonl", "records/00001.html")) {
            assertThat(resumed.get(name)).isEqualTo(whole.get(name));
        }
    }

    @Test
    void aBrokenDownloadGoesOnWhereItBroke() throws Exception {
        String work = "W-" + UUID.randomUUID();
        keep(2, new PersonId("erin"), RetentionClass.NETWORK_LOG, work, null);
        String id = ordered("ines", Map.of("work", work, "texts", false));
        byte[] whole = Files.readAllBytes(downloaded(id));
        byte[] head = range(id, "bytes=0-99", "bytes 0-99/" + whole.length);
        byte[] rest = range(id, "bytes=100-", "bytes 100-" + (whole.length - 1) + "/" + whole.length);
        assertThat(head).isEqualTo(Arrays.copyOf(whole, 100));
        assertThat(rest).isEqualTo(Arrays.copyOfRange(whole, 100, whole.length));
        request("ines")
                .header("Range", "bytes=" + whole.length + "-")
                .get(EXPORTS + "/" + id + "/file")
                .then()
                .statusCode(416);
    }

    @Test
    void aRecordThatWasChangedInTheDatabaseIsNamedByTheVerifier() throws Exception {
        String work = "W-" + UUID.randomUUID();
        keep(5, new PersonId("frank"), RetentionClass.NETWORK_LOG, work, null);
        awaitLogged();
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.executeUpdate(
                    "update record set subject = 'changed' where work = '" + work + "' and type like '%3'");
        }
        String id = ordered("ines", Map.of("work", work, "texts", false));
        Verifier.Answer answer = verifyElsewhere(downloaded(id));
        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.said()).contains("is not the one that the log has there: it was changed");
    }

    @Test
    void aFileGoesWhenItsTimeIsOver() throws Exception {
        String work = "W-" + UUID.randomUUID();
        keep(1, new PersonId("grace"), RetentionClass.NETWORK_LOG, work, null);
        String id = ordered("ines", Map.of("work", work, "texts", false));
        downloaded(id);
        assertThat(settings.folder(id))
                .isDirectoryContaining(path -> path.toString().endsWith(".zip"));
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.executeUpdate("update export_order set delete_at = now() where id = '" + id + "'");
        }
        await().atMost(PATIENCE)
                .untilAsserted(() -> as("ines", EXPORTS + "/" + id).body("state", equalTo("DELETED")));
        assertThat(settings.folder(id)).doesNotExist();
        file("ines", id).then().statusCode(409);
    }

    @Test
    void whatIsNotSaidPlainlyIsNotOrdered() {
        for (Map<String, Object> wrong : List.<Map<String, Object>>of(
                Map.of(),
                Map.of("work", "W-1", "person", "p"),
                Map.of("from", "2026-01-01T00:00:00Z"),
                Map.of("from", "2026-01-02T00:00:00Z", "to", "2026-01-01T00:00:00Z"),
                Map.of("from", "2026-01-01T00:00:00Z", "to", "2999-01-01T00:00:00Z"),
                Map.of("work", "W-1", "caseNumber", " "),
                Map.of("work", "W-1", "reason", ""))) {
            order("olga", wrong).then().statusCode(400).body("code", equalTo("EXPORT_INVALID"));
        }
        order("alice", Map.of("work", "W-1")).then().statusCode(403);
        order("oscar", Map.of("work", "W-1")).then().statusCode(403);
        as("ines", EXPORTS + "/none", 404).body("code", equalTo("NO_SUCH_EXPORT"));
    }

    private String exported(Map<String, Object> scope, int count) throws Exception {
        String id = ordered("olga", scope);
        approve("otto", id).then().statusCode(200);
        Path zip = downloaded(id);
        as("olga", EXPORTS + "/" + id).body("records", equalTo(count)).body("total", equalTo(count));
        Verifier.Answer answer = verifyElsewhere(zip);
        assertThat(answer.code()).as(answer.said()).isZero();
        assertThat(Tampering.read(zip).keySet().stream().filter(name -> name.endsWith(".tlog-proof")))
                .hasSize(count);
        return answer.said();
    }

    private Path downloaded(String id) throws IOException {
        await().atMost(PATIENCE)
                .untilAsserted(() -> as("ines", EXPORTS + "/" + id).body("state", equalTo("READY")));
        Path zip = folder.resolve(id + ".zip");
        Files.write(zip, file("ines", id).then().statusCode(200).extract().asByteArray());
        return zip;
    }

    private byte[] range(String id, String range, String contentRange) {
        return request("ines")
                .header("Range", range)
                .get(EXPORTS + "/" + id + "/file")
                .then()
                .statusCode(206)
                .header("Content-Range", contentRange)
                .extract()
                .asByteArray();
    }

    private static String ordered(String person, Map<String, Object> scope) {
        return order(person, scope).then().statusCode(201).extract().path("id");
    }

    private static Response order(String person, Map<String, Object> scope) {
        Map<String, Object> body = new HashMap<>(Map.of("caseNumber", "案 2026-7", "reason", "art. 21 inspection"));
        body.putAll(scope);
        return request(person).contentType(ContentType.JSON).body(body).post(EXPORTS);
    }

    private static Response approve(String person, String id) {
        return request(person).post(EXPORTS + "/" + id + "/approval");
    }

    private static Response file(String person, String id) {
        return request(person).get(EXPORTS + "/" + id + "/file");
    }

    private static ValidatableResponse as(String person, String path) {
        return as(person, path, 200);
    }

    private static ValidatableResponse as(String person, String path, int status) {
        return request(person).get(path).then().statusCode(status);
    }

    private static RequestSpecification request(String person) {
        return given().auth().oauth2(Tokens.of(person));
    }

    private void keep(int count, PersonId person, RetentionClass retentionClass) {
        keep(count, person, retentionClass, null, null);
    }

    private void keep(int count, PersonId person, RetentionClass retentionClass, String work, String ticket) {
        Instant now = now();
        QuarkusTransaction.requiringNew()
                .run(() -> records.keep(IntStream.range(0, count)
                        .mapToObj(i -> new Receipt(
                                new Header(
                                        UUID.randomUUID().toString(),
                                        now.plus(i, ChronoUnit.MICROS),
                                        now,
                                        retentionClass,
                                        "/mingshi/gateway",
                                        Optional.empty(),
                                        "io.mingshi.gateway.Something.v" + i,
                                        "subject",
                                        person,
                                        new Links(null, null, work, null, ticket, null, null, null, null)),
                                "{\"text\":\"text " + i + "\"}"))
                        .collect(Collectors.toList())));
        await().until(() -> Instant.now().isAfter(now.plusMillis(5)));
    }

    private void awaitLogged() {
        await().atMost(PATIENCE).until(() -> evidence.size() >= one("select next from record_head"));
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    private long one(String sql) throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private Verifier.Answer verifyElsewhere(Path zip) throws IOException, InterruptedException {
        return Verifier.run(zip, "-Xmx64m", "--key", evidence.key().toString());
    }
}
