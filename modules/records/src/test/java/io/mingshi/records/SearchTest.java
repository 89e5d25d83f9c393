package io.mingshi.records;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.mingshi.servicekit.event.EventCodec;
import io.mingshi.testkit.Tokens;
import io.mingshi.testkit.Topic;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Part of DSP-16.2.
@QuarkusTest
class SearchTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /// The first bits of the bands into which fingerprints are cut, from the highest.
    private static final List<Integer> BANDS = List.of(0, 24, 48, 72, 95, 118, 141, 164, 187, 210, 233);

    @Inject
    EventCodec codec;

    @Test
    void aFileLeadsToItsWorkByHashWatermarkAndFingerprint() {
        GoldenStory story = recorded();
        for (Map<String, String> question : List.of(
                Map.of("contentHash", story.contentHash),
                Map.of("contentHash", story.contentHash.toUpperCase(java.util.Locale.ROOT)),
                Map.of("watermark", story.watermark),
                Map.of("fingerprint", story.fingerprint))) {
            search("olga", question)
                    .statusCode(200)
                    .body("found", hasSize(1))
                    .body("found[0].work", equalTo(story.work.value()))
                    .body("found[0].admission", equalTo(story.admission.value()))
                    .body("found[0].link.type", equalTo("io.mingshi.gateway.WorkRecorded.v1"))
                    .body("found[0].link.intact", equalTo(true))
                    .body("next", nullValue());
        }
    }

    /// Spread so evenly that every band differs as much as it can.
    @Test
    void everyPictureWithinTheDistanceIsFoundAndNoneBeyondIt() {
        GoldenStory story = recorded();
        for (int distance : new int[] {1, 11, 22, 31}) {
            search("ines", Map.of("fingerprint", turned(story.fingerprint, distance)))
                    .body("found.work", hasItem(story.work.value()))
                    .body("found[0].distance", equalTo(distance));
        }
        search("ines", Map.of("fingerprint", turned(story.fingerprint, 32)))
                .statusCode(200)
                .body("found.work", not(hasItem(story.work.value())));
    }

    @Test
    void aTicketLeadsToItsComplaintAndItsWork() {
        var story = new GoldenStory(codec);
        story.complaint();
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> search("olga", Map.of("ticket", story.ticket)).body("found", hasSize(2)));
        search("olga", Map.of("ticket", story.ticket))
                .body("found.work", everyItem(equalTo(story.work.value())))
                .body(
                        "found.link.type",
                        hasItems(
                                "io.mingshi.complaints.ComplaintFiled.v1",
                                "io.mingshi.complaints.ComplaintResolved.v1"));
    }

    @Test
    void aTimeIsReadPageByPageInOrder() {
        Instant start = Instant.parse("2026-03-04T00:00:00Z");
        String run = UUID.randomUUID().toString();
        for (int i = 0; i < 230; i++) {
            String id = run + "-" + i;
            // two at each instant, so that pages end among records of the same instant
            Instant time = start.plusMillis(i / 2);
            Topic.of("labeling").publish(id, """
                    {"specversion":"1.0","id":"%s","source":"/mingshi/labeling","type":"io.mingshi.labeling.New.v1",\
                    "time":"%s","data":{}}""".formatted(id, time));
        }
        var question =
                Map.of("from", start.toString(), "to", start.plusSeconds(1).toString());
        await().atMost(PATIENCE).until(() -> pages(question).size() == 230);
        List<Map<String, String>> links = pages(question);
        assertThat(links.stream().map(link -> link.get("eventId")).distinct()).hasSize(230);
        assertThat(links.stream().map(link -> Instant.parse(link.get("occurredAt"))))
                .isSorted();
        search("olga", Map.of("from", start.minusSeconds(1).toString(), "to", start.toString()))
                .body("found", hasSize(0));
    }

    @Test
    void aLookUpIsARecordAlsoWhenItFindsNothing() {
        String hash = "00".repeat(31) + UUID.randomUUID().toString().substring(0, 2);
        search("ines", Map.of("contentHash", hash)).statusCode(200).body("found", hasSize(0));
        String event = Topic.of("records").await(text -> text.contains(hash));
        assertThat(JsonPath.from(event).getString("data.what")).isEqualTo("by-content-hash");
        assertThat(JsonPath.from(event).getString("data.role")).isEqualTo("INSPECTOR");
    }

    @Test
    void whatCannotBeLookedUpIsSaidToBeWrong() {
        for (Map<String, String> question : List.of(
                Map.<String, String>of(),
                Map.of("contentHash", "cc"),
                Map.of("watermark", "x".repeat(16)),
                Map.of("fingerprint", "0".repeat(63)),
                Map.of("ticket", "a b"),
                Map.of("from", "2026-11-20T02:00:00Z"),
                Map.of("from", "yesterday", "to", "today"),
                Map.of("from", "2026-11-20T02:00:00Z", "to", "2026-11-20T02:00:00Z"),
                Map.of("ticket", "T-1", "watermark", "0".repeat(16)),
                Map.of("ticket", "T-1", "after", "x"))) {
            search("olga", question).statusCode(400).body("code", equalTo("INVALID_SEARCH"));
        }
    }

    @Test
    void onlyOfficersAndInspectorsMaySearch() {
        for (String person : List.of("alice", "rita", "oscar")) {
            search(person, Map.of("ticket", "T-1")).statusCode(403);
        }
        given().get("/api/records/search?ticket=T-1").then().statusCode(401);
    }

    private GoldenStory recorded() {
        var story = new GoldenStory(codec);
        story.work();
        await().atMost(PATIENCE)
                .untilAsserted(() -> search("olga", Map.of("contentHash", story.contentHash))
                        .body("found.work", hasItem(story.work.value())));
        return story;
    }

    private static List<Map<String, String>> pages(Map<String, String> question) {
        List<Map<String, String>> links = new ArrayList<>();
        var asked = new java.util.HashMap<>(question);
        JsonPath page;
        do {
            page = search("olga", asked).statusCode(200).extract().jsonPath();
            links.addAll(page.getList("found.link"));
            asked.put("after", page.getString("next"));
        } while (page.getString("next") != null);
        return links;
    }

    private static ValidatableResponse search(String person, Map<String, String> question) {
        return given().auth()
                .oauth2(Tokens.of(person))
                .queryParams(question)
                .get("/api/records/search")
                .then();
    }

    private static String turned(String fingerprint, int distance) {
        BigInteger bits = new BigInteger(fingerprint, 16);
        for (int i : IntStream.range(0, distance).toArray()) {
            bits = bits.flipBit(255 - BANDS.get(i % BANDS.size()) - 5 * (i / BANDS.size()));
        }
        return "%064x".formatted(bits);
    }
}
