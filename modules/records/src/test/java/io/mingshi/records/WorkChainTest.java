package io.mingshi.records;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.agroal.api.AgroalDataSource;
import io.mingshi.contracts.Sha256;
import io.mingshi.servicekit.event.EventCodec;
import io.mingshi.testkit.Requirement;
import io.mingshi.testkit.Tokens;
import io.mingshi.testkit.Topic;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class WorkChainTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    EventCodec codec;

    @Inject
    @DataSource("records")
    AgroalDataSource dataSource;

    @Test
    @Requirement({"DSP-16.2", "CA-942.1", "DSP-10.4"})
    void theNumberInALabelLeadsToEveryLinkOfTheChain() {
        GoldenStory story = told();
        ValidatableResponse chain = lookUp("ines", story).statusCode(200);
        chain.body("complete", equalTo(true)).body("missing", hasSize(0));
        chain.body("made.provider", equalTo("001191000000000000000K10001"))
                .body("made.system", equalTo("mingshi-demo-edit"))
                .body("made.systemVersion", equalTo("1.2"))
                .body("made.recordedAt", equalTo("2026-11-20T02:00:04Z"))
                .body("made.contentHash", equalTo(story.contentHash));
        chain.body("admission.person", equalTo(story.alice.value()))
                .body("admission.assurance", equalTo("ID_DOCUMENT"))
                .body("admission.filingNumber", equalTo("demonstration-filing"))
                .body("admission.inputHash", equalTo("bb"))
                .body("admission.screening.libraryVersion", equalTo(7))
                .body("admission.screening.libraryHash", equalTo("librarylibrary"));
        chain.body("verification.intact", equalTo(true))
                .body("consents[0].state", equalTo("GRANTED"))
                .body("consents[0].validAtAdmission", equalTo(true))
                .body("consents[0].links", hasSize(2))
                .body("deliveries", hasSize(1))
                .body("publications", hasSize(1))
                .body("complaints[0].upheld", equalTo(true))
                .body("complaints[0].links.type", everyItem(org.hamcrest.Matchers.startsWith("io.mingshi.complaints.")))
                .body("takedowns.eventId", hasSize(1));
    }

    @Test
    void aMissingLinkIsNamed() {
        var story = new GoldenStory(codec);
        story.work();
        story.complaint();
        awaitBody(story, "complaints[0].links.size()", 2);
        lookUp("olga", story)
                .body("complete", equalTo(false))
                .body("missing", contains("admission", "delivery", "takedown for " + story.ticket));
    }

    @Test
    void aRecordThatWasChangedIsNamed() throws SQLException {
        GoldenStory story = told();
        String id = lookUp("ines", story).extract().path("deliveries[0].eventId");
        update("update record set commitment = '\\x00' where event_id = '" + id + "'");
        lookUp("ines", story).body("complete", equalTo(false)).body("missing", hasItem("intact text of " + id));
        String admission = lookUp("ines", story).extract().path("admission.link.eventId");
        update("update record set sealed = '\\x00' || sealed where event_id = '" + admission + "'");
        lookUp("ines", story).body("missing", hasItem("intact text of " + admission));
    }

    @Test
    void theTextIsKeptAsItWasReceivedButCannotBeReadInTheDatabase() throws SQLException {
        GoldenStory story = told();
        String row = one("select encode(sealed, 'escape') || ' ' || retention_class" + " from record where ticket = '"
                + story.ticket + "' order by occurred_at limit 1");
        assertThat(row).endsWith("COMPLAINT").doesNotContain("that is me");
        String published = Topic.of("complaints").await(text -> text.contains(story.ticket));
        lookUp("ines", story).body("complaints[0].links[0].sha256", equalTo(Sha256.of(published)));
    }

    @Test
    void aFactOfAnUnknownTypeIsKeptOnce() {
        String text = "{\"specversion\":\"1.0\",\"id\":\"future-1\",\"source\":\"/mingshi/labeling\","
                + "\"type\":\"io.mingshi.labeling.SomethingNew.v1\",\"data\":{\"work\":\"W-future\"}}";
        Topic.of("labeling").publish("W-future", text);
        Topic.of("labeling").publish("W-future", text);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(one("select count(*) || ' ' || min(retention_class) || ' ' || min(work)"
                                + " from record where event_id = 'future-1'"))
                        .isEqualTo("1 UNCLASSED W-future"));
    }

    @Test
    void theLookUpItselfIsARecord() {
        GoldenStory story = told();
        lookUp("ines", story).statusCode(200);
        String event =
                Topic.of("records").await(text -> text.contains(story.work.value()) && text.contains("INSPECTOR"));
        assertThat(JsonPath.from(event).getString("data.what")).isEqualTo("work-chain");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(one("select count(*) from record where retention_class = 'AUDIT'"
                                + " and subject = '" + story.work + "'"))
                        .isNotEqualTo("0"));
    }

    @Test
    void aLookUpThatFindsNothingIsARecordToo() {
        given().auth()
                .oauth2(Tokens.of("olga"))
                .get("/api/records/works/W-nothing")
                .then()
                .statusCode(404)
                .body("code", equalTo("NO_RECORD_OF_WORK"));
        Topic.of("records").await(text -> text.contains("W-nothing") && text.contains("OFFICER"));
    }

    @Test
    void onlyOfficersAndInspectorsMayLookUp() {
        for (String person : List.of("alice", "rita", "oscar")) {
            given().auth()
                    .oauth2(Tokens.of(person))
                    .get("/api/records/works/W-1")
                    .then()
                    .statusCode(403);
        }
        given().get("/api/records/works/W-1").then().statusCode(401);
    }

    private GoldenStory told() {
        var story = new GoldenStory(codec);
        story.whole();
        awaitBody(story, "complete", true);
        return story;
    }

    private void awaitBody(GoldenStory story, String path, Object value) {
        await().atMost(PATIENCE).untilAsserted(() -> lookUp("ines", story).body(path, equalTo(value)));
    }

    private static ValidatableResponse lookUp(String person, GoldenStory story) {
        return given().auth()
                .oauth2(Tokens.of(person))
                .get("/api/records/works/" + story.work)
                .then();
    }

    private String one(String sql) throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            return rows.next() ? String.valueOf(rows.getString(1)) : "";
        }
    }

    private void update(String sql) throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isEqualTo(1);
        }
    }
}
