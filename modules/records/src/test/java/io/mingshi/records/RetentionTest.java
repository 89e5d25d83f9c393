package io.mingshi.records;

import static io.mingshi.records.KeptThen.monthAgo;
import static io.mingshi.records.KeptThen.monthsAgo;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.mingshi.contracts.ConsentId;
import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.ProduceId;
import io.mingshi.contracts.event.ConsentEvent.ConsentWithdrawn;
import io.mingshi.records.retention.Holdings;
import io.mingshi.testkit.Requirement;
import io.mingshi.testkit.Tokens;
import io.mingshi.testkit.Topic;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RetentionTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    KeptThen kept;

    @Inject
    Holdings holdings;

    /// Part of CSL-23.1 and GAI-11.1.
    @Test
    void recordsPastTheirMaximumGoWithTheirKeysAndWhatWentIsARecord() {
        PersonId person = Facts.person();
        String first = kept.keep(Facts.work(person, monthsAgo(20)), monthsAgo(20));
        String last = kept.keep(Facts.work(person, monthsAgo(20)), monthsAgo(20));
        long from = kept.position(first);
        long to = kept.position(last);
        run().body("dropped", hasItem("NETWORK_LOG/" + monthAgo(20))).body("failed.size()", equalTo(0));
        kept.assertGone(first);
        kept.assertGone(last);
        assertThat(kept.one("select to_regclass('records_network_log_' || to_char(date '" + monthAgo(20)
                        + "-01', 'YYYY_MM')) is null"))
                .isEqualTo("t");
        assertThat(kept.one("select count(*) from seal_key where person = '" + person + "'"))
                .isEqualTo("0");
        String event = Topic.of("records")
                .await(text -> text.contains("RecordsExpired") && text.contains("NETWORK_LOG/" + monthAgo(20)));
        JsonPath data = JsonPath.from(event);
        assertThat(data.getLong("data.count")).isEqualTo(2);
        assertThat(data.getLong("data.firstPosition")).isEqualTo(from);
        assertThat(data.getLong("data.lastPosition")).isEqualTo(to);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(kept.one(
                                "select retention_class from record where event_id = '" + data.getString("id") + "'"))
                        .isEqualTo("DISPOSAL"));
    }

    /// Neither the job, nor an operator, nor a statement to the database.
    @Test
    @Requirement({"CSL-23.1", "DSP-10.4"})
    void nothingYoungerThanItsMinimumCanGo() {
        PersonId person = Facts.person();
        String id = kept.keep(Facts.work(person, monthsAgo(5)), monthsAgo(5));
        String month = monthAgo(5).toString();
        run().body("dropped", not(hasItem("NETWORK_LOG/" + month)));
        drop("oscar", "NETWORK_LOG", month).statusCode(409).body("code", equalTo("MINIMUM_NOT_OVER"));
        String refusal = "records of NETWORK_LOG received in " + month + " stay until";
        assertThat(kept.refusal("select retention_drop('NETWORK_LOG', date '" + month + "-01')"))
                .contains(refusal);
        assertThat(kept.refusal("update seal_key set wrapped = null where person = '" + person + "'"))
                .contains(refusal);
        assertThat(kept.refusal("delete from seal_key where person = '" + person + "'"))
                .contains(refusal);
        assertThat(kept.find(id).intact()).isTrue();
    }

    @Test
    void anOperatorTakesAwayWhatIsPastItsMinimumBeforeItsMaximum() {
        String id = kept.keep(Facts.work(Facts.person(), monthsAgo(9)), monthsAgo(9));
        String month = monthAgo(9).toString();
        run().body("dropped", not(hasItem("NETWORK_LOG/" + month)));
        for (String person : List.of("alice", "olga", "ines", "rita")) {
            drop(person, "NETWORK_LOG", month).statusCode(403);
        }
        assertThat(kept.isThere(id)).isTrue();
        drop("oscar", "NETWORK_LOG", month).statusCode(200).body("count", equalTo(1));
        kept.assertGone(id);
        drop("oscar", "NETWORK_LOG", month).statusCode(404).body("code", equalTo("NOTHING_KEPT"));
        drop("oscar", "NONSENSE", month).statusCode(400);
        drop("oscar", "NETWORK_LOG", "yesterday").statusCode(400);
    }

    @Test
    @Requirement("LAB-09.2")
    void theLastDeliveryOfAWorkToARecipientStartsTheClockOfTheEarlierOnes() {
        var again = new ProduceId(Facts.id("W"));
        PersonId recipient = Facts.person();
        String stays = kept.keep(Facts.unlabelled(again, recipient, monthsAgo(30)), monthsAgo(30));
        String goes =
                kept.keep(Facts.unlabelled(new ProduceId(Facts.id("W")), recipient, monthsAgo(29)), monthsAgo(29));
        kept.keep(Facts.unlabelled(again, recipient, monthsAgo(2)), monthsAgo(2));
        var earlier = new ProduceId(Facts.id("W"));
        kept.keep(Facts.unlabelled(earlier, recipient, monthsAgo(28)), monthsAgo(28));
        kept.keep(Facts.unlabelled(earlier, recipient, monthsAgo(8)), monthsAgo(8));
        run().body("dropped", hasItem("UNLABELLED_SUPPLY/" + monthAgo(29)));
        run().body("dropped", not(hasItem("UNLABELLED_SUPPLY/" + monthAgo(28))));
        kept.assertGone(goes);
        assertThat(kept.find(stays).intact()).isTrue();
        drop("oscar", "UNLABELLED_SUPPLY", monthAgo(30).toString())
                .statusCode(409)
                .body("code", equalTo("MINIMUM_NOT_OVER"));
        assertThat(kept.refusal("select retention_drop('UNLABELLED_SUPPLY', date '" + monthAgo(30) + "-01')"))
                .contains("stay until");
    }

    @Test
    void aConsentStaysForItsValidityAndTheTimeOfLimitation() {
        Instant longAgo = monthsAgo(100);
        String valid = kept.keep(Facts.consent(new ConsentId(Facts.id("C")), monthsAgo(12), longAgo), longAgo);
        run().body("dropped", not(hasItem("CONSENT/" + monthAgo(100))));
        assertThat(kept.find(valid).intact()).isTrue();
        var withdrawn = new ConsentId(Facts.id("C"));
        String request = kept.keep(Facts.consent(withdrawn, monthsAgo(12), monthsAgo(90)), monthsAgo(90));
        run().body("dropped", not(hasItem("CONSENT/" + monthAgo(90))));
        kept.keep(
                new ConsentWithdrawn(withdrawn, Facts.person(), Facts.person(), monthsAgo(80), Set.of(), Set.of()),
                monthsAgo(80));
        run().body("dropped", hasItem("CONSENT/" + monthAgo(90)));
        kept.assertGone(request);
    }

    @Test
    void officersAndInspectorsSeeForEachClassWhichRuleDecidesAndWhatGoesNext() {
        kept.keep(Facts.work(Facts.person(), monthsAgo(7)), monthsAgo(7));
        for (String person : List.of("olga", "ines")) {
            classes(person)
                    .statusCode(200)
                    .body("size()", equalTo(RetentionClass.values().length))
                    .body("find { it.name == 'NETWORK_LOG' }.rule", equalTo("CSL-23"))
                    .body("find { it.name == 'NETWORK_LOG' }.link", equalTo(RetentionClass.Rule.CSL_23.link()))
                    .body("find { it.name == 'NETWORK_LOG' }.minimum", equalTo("P6M"))
                    .body("find { it.name == 'NETWORK_LOG' }.maximum", equalTo("P12M"))
                    .body("find { it.name == 'NETWORK_LOG' }.oldest", notNullValue())
                    .body("find { it.name == 'NETWORK_LOG' }.newest", notNullValue())
                    .body("find { it.name == 'NETWORK_LOG' }.next.at", notNullValue())
                    .body("find { it.name == 'UNLABELLED_SUPPLY' }.start", equalTo("LAST_DELIVERY"))
                    .body("find { it.name == 'UNCLASSED' }.maximum", nullValue());
        }
        classes("oscar").statusCode(403);
        classes("alice").statusCode(403);
    }

    @Test
    void aMonthThatIsOverIsCountedOnceAndItsCountGoesWithIt() {
        kept.keep(Facts.work(Facts.person(), monthsAgo(10)), monthsAgo(10));
        int before = counted();
        holdings.countClosed(Instant.now());
        assertThat(counted()).isEqualTo(before);
        String count = "select count from retention_count where retention_class = 'NETWORK_LOG' and month = date '"
                + monthAgo(10) + "-01'";
        assertThat(kept.one(count)).isEqualTo("1");
        assertThat(kept.one("select count(*) from retention_count where month >= date '" + monthAgo(0) + "-01'"))
                .isEqualTo("0");
        drop("oscar", "NETWORK_LOG", monthAgo(10).toString()).statusCode(200);
        assertThat(kept.one(count)).isEmpty();
        assertThat(counted()).isEqualTo(before - 1);
    }

    private static int counted() {
        return classes("olga").extract().path("find { it.name == 'NETWORK_LOG' }.count");
    }

    @Test
    void theDatabaseKnowsTheSameMinimumsAndTheSameCalendar() {
        for (RetentionClass retentionClass : RetentionClass.values()) {
            assertThat(kept.one(
                            "select months from retention_minimum where retention_class = '" + retentionClass + "'"))
                    .isEqualTo(Long.toString(retentionClass.minimum().toTotalMonths()));
        }
        assertThat(kept.one("select count(*) from retention_minimum"))
                .isEqualTo(Integer.toString(RetentionClass.values().length));
        assertThat(kept.one("select retention_over('2025-08-31T12:00+08', 6) = '2026-03-01T00:00+08'"))
                .isEqualTo("t");
    }

    @Test
    void severalRunsAtOnceTakeEachMonthAwayOnce() throws Exception {
        kept.keep(Facts.work(Facts.person(), monthsAgo(21)), monthsAgo(21));
        kept.keep(Facts.work(Facts.person(), monthsAgo(22)), monthsAgo(22));
        Tokens.of("oscar");
        List<String> dropped = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<String>>> runs = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                runs.add(threads.submit(
                        () -> run().body("failed.size()", equalTo(0)).extract().path("dropped")));
            }
            for (Future<List<String>> one : runs) {
                dropped.addAll(one.get());
            }
        }
        dropped.addAll(run().extract().<List<String>>path("dropped"));
        assertThat(dropped).containsOnlyOnce("NETWORK_LOG/" + monthAgo(21), "NETWORK_LOG/" + monthAgo(22));
    }

    private static ValidatableResponse run() {
        return given().auth()
                .oauth2(Tokens.of("oscar"))
                .post("/api/records/classes/run")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse drop(String person, String retentionClass, String month) {
        return given().auth()
                .oauth2(Tokens.of(person))
                .delete("/api/records/classes/" + retentionClass + "/" + month)
                .then();
    }

    private static ValidatableResponse classes(String person) {
        return given().auth()
                .oauth2(Tokens.of(person))
                .get("/api/records/classes")
                .then();
    }
}
