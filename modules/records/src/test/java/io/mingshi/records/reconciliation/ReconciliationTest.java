package io.mingshi.records.reconciliation;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.mingshi.contracts.AdmissionId;
import io.mingshi.contracts.ContentKind;
import io.mingshi.contracts.ModelId;
import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.ProduceId;
import io.mingshi.contracts.Sha256;
import io.mingshi.contracts.event.Event;
import io.mingshi.contracts.event.GatewayEvent.WorkDelivered;
import io.mingshi.contracts.event.GatewayEvent.WorkRecorded;
import io.mingshi.contracts.event.ScreeningRecord;
import io.mingshi.servicekit.event.EventCodec;
import io.mingshi.testkit.Tokens;
import io.mingshi.testkit.Topic;
import io.minio.BucketExistsArgs;
import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Works in the real object store against real records. Part of DSP-16.2.
@QuarkusTest
class ReconciliationTest {
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @Inject
    EventCodec codec;

    @Inject
    ReconcileWorks reconcileWorks;

    @Inject
    ReconciliationRows rows;

    @Inject
    @DataSource("records")
    AgroalDataSource dataSource;

    @ConfigProperty(name = "mingshi.s3.url")
    String url;

    @ConfigProperty(name = "mingshi.s3.access-key")
    String accessKey;

    @ConfigProperty(name = "mingshi.s3.secret-key")
    String secretKey;

    @ConfigProperty(name = "mingshi.gateway.bucket")
    String bucket;

    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private MinioClient store;

    @BeforeEach
    void makeBucket() throws Exception {
        store = MinioClient.builder()
                .endpoint(url)
                .credentials(accessKey, secretKey)
                .region("us-east-1")
                .build();
        if (!store.bucketExists(BucketExistsArgs.builder().bucket(bucket).build())) {
            store.makeBucket(MakeBucketArgs.builder().bucket(bucket).build());
        }
    }

    @Test
    void bothWaysWhatTheOtherSideDoesNotKnowIsNamed() throws Exception {
        String good = content("good");
        put(good, "good" + run);
        record("good", good);
        String outside = content("outside the chain");
        put(outside, "outside the chain" + run);
        put("not-a-hash-" + run, "something");
        String lost = content("lost");
        record("lost", lost);
        String changed = content("changed");
        put(changed, "other bytes");
        record("changed", changed);
        record("odd", "not a hash");
        publish("odd", new WorkDelivered(new AdmissionId("A-" + run), new ProduceId("W-ghost-" + run), Instant.now()));
        awaitRecords(5);

        List<String> found = reconcile(1, Instant.now().plusSeconds(60));
        assertThat(found)
                .anyMatch(one -> one.startsWith("ObjectWithoutRecord: object " + outside))
                .anyMatch(one -> one.startsWith("ObjectWithoutRecord: object not-a-hash-" + run))
                .contains(
                        "ObjectMissing: the content of work W-lost-" + run + ", object " + lost + ", is missing",
                        "ObjectDiffers: the content of work W-changed-" + run + ", object " + changed
                                + ", was changed: its SHA-256 is " + Sha256.of("other bytes"),
                        "HashMalformed: the record of work W-odd-" + run + " has a content hash that is none: not a"
                                + " hash",
                        "DeliveredWithoutRecord: work W-ghost-" + run + " was delivered, but no record tells what it"
                                + " is")
                .noneMatch(one -> one.contains(good));
        assertThat(reconcile(0, Instant.now().plusSeconds(60)))
                .as("bytes that are not read are not compared")
                .noneMatch(one -> one.startsWith("ObjectDiffers"));
        assertThat(reconcile(0, Instant.now().minusSeconds(3600)))
                .as("an object that is new may get its record yet")
                .noneMatch(one -> one.contains(outside));
    }

    @Test
    void anOfficerStartsItAndTheResultIsARecord() {
        String at = given().auth()
                .oauth2(Tokens.of("olga"))
                .post("/api/records/reconciliations?share=1")
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        await().atMost(PATIENCE)
                .until(() -> !read(at).getString("reconciliation.outcome").equals("RUNNING"));
        assertThat(read(at).getString("reconciliation.outcome")).isIn("CLEAN", "FOUND");
        String id = read(at).getString("reconciliation.id");
        Topic.of("records").await(text -> text.contains(id) && text.contains("WorksReconciled"));
        assertThat(given().get("/q/metrics").asString()).contains("mingshi_records_reconciliation_findings");
    }

    @Test
    void onlyOfficersAndInspectorsAreServed() {
        given().auth()
                .oauth2(Tokens.of("alice"))
                .post("/api/records/reconciliations")
                .then()
                .statusCode(403);
        given().get("/api/records/reconciliations").then().statusCode(401);
        given().auth()
                .oauth2(Tokens.of("ines"))
                .get("/api/records/reconciliations")
                .then()
                .statusCode(200);
        given().auth()
                .oauth2(Tokens.of("ines"))
                .get("/api/records/reconciliations/nothing")
                .then()
                .statusCode(404)
                .body("code", equalTo("NO_SUCH_RECONCILIATION"));
        given().auth()
                .oauth2(Tokens.of("olga"))
                .post("/api/records/reconciliations?share=2")
                .then()
                .statusCode(400);
    }

    private List<String> reconcile(double share, Instant recorded) {
        String id = UUID.randomUUID().toString();
        await().atMost(PATIENCE).until(() -> rows.begin(id, "test"));
        reconcileWorks.run(id, share, recorded);
        assertThat(rows.find(id).orElseThrow().failure()).isNull();
        return rows.findings(id, 0, 10_000).stream()
                .map(found -> found.kind() + ": " + found.sentence())
                .toList();
    }

    private static JsonPath read(String at) {
        return given().auth()
                .oauth2(Tokens.of("olga"))
                .get(at)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private String content(String text) {
        return Sha256.of(text + run);
    }

    private void put(String key, String text) throws Exception {
        byte[] bytes = text.getBytes(UTF_8);
        store.putObject(PutObjectArgs.builder().bucket(bucket).object(key).stream(
                        new ByteArrayInputStream(bytes), (long) bytes.length, -1L)
                .build());
    }

    private void record(String name, String contentHash) {
        publish(
                name,
                new WorkRecorded(
                        new AdmissionId("A-" + run),
                        new ProduceId("W-" + name + "-" + run),
                        new PersonId("alice"),
                        new ModelId("mingshi-demo-text"),
                        "1",
                        ContentKind.TEXT,
                        "text/plain",
                        contentHash,
                        4,
                        "{}",
                        new ScreeningRecord("output", "ALLOW", null, null, 7, "library"),
                        Instant.now(),
                        null,
                        null));
    }

    private void publish(String name, Event event) {
        String id = event.getClass().getSimpleName() + "-" + name + "-" + run;
        Topic.of("gateway").publish("A-" + run, codec.encode(id, "gateway", event, Instant.now(), null));
    }

    private void awaitRecords(int count) {
        await().atMost(PATIENCE).until(() -> {
            try (var connection = dataSource.getConnection();
                    var statement = connection.createStatement();
                    var found =
                            statement.executeQuery("select count(*) from record where admission = 'A-" + run + "'")) {
                found.next();
                return found.getInt(1) == count;
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
