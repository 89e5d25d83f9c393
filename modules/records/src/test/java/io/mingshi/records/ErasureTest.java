package io.mingshi.records;

import static io.mingshi.records.KeptThen.monthAgo;
import static io.mingshi.records.KeptThen.monthsAgo;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.Sha256;
import io.mingshi.contracts.event.IdentityEvent.PersonErased;
import io.mingshi.servicekit.event.EventCodec;
import io.mingshi.testkit.Requirement;
import io.mingshi.testkit.Tokens;
import io.mingshi.testkit.Topic;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ErasureTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    KeptThen kept;

    @Inject
    EventCodec codec;

    @ConfigProperty(name = "mingshi.records.erasure-ledger")
    Path ledger;

    @Test
    @Requirement("PIPL-47.1")
    void anErasedPersonsTextsAreGoneAndThoseThatMustStayAreOnlyStored() {
        var story = new GoldenStory(codec);
        story.admission();
        story.work();
        await().atMost(PATIENCE)
                .untilAsserted(() -> chain("olga", story)
                        .statusCode(200)
                        .body("made.system", equalTo("mingshi-demo-edit"))
                        .body("admission.inputHash", equalTo("bb")));
        String old = kept.keep(Facts.work(story.alice, monthsAgo(8)), monthsAgo(8));
        erase("olga", story.alice)
                .statusCode(200)
                .body("find { it.month == '" + monthAgo(8) + "' }.state", equalTo("ERASED"))
                .body("find { it.month == '" + monthAgo(0) + "' }.state", equalTo("STORAGE_ONLY"))
                .body("find { it.month == '" + monthAgo(0) + "' }.rule", equalTo("CSL-23"));
        assertThat(kept.find(old).text()).isInstanceOf(StoredText.Erased.class);
        for (String person : List.of("olga", "ines")) {
            String id = kept.one(
                    "select event_id from record where type like '%WorkRecorded%' and work = '" + story.work + "'");
            chain(person, story)
                    .statusCode(200)
                    .body("made", equalTo(null))
                    .body("missing", hasItem("text, which is only stored, of " + id));
        }
        run();
        assertThat(kept.one("select count(*) from record where work = '" + story.work + "'"))
                .isEqualTo("1");
        Topic.of("records")
                .await(text -> text.contains("KeysDestroyed")
                        && text.contains(Sha256.of(story.alice.value()))
                        && text.contains(monthAgo(8).toString()));
    }

    @Test
    void whatIsOnlyStoredIsErasedWhenItsMinimumIsOver() {
        PersonId person = Facts.person();
        String young = kept.keep(Facts.work(person, monthsAgo(5)), monthsAgo(5));
        erase("olga", person).statusCode(200).body("[0].state", equalTo("STORAGE_ONLY"));
        run();
        assertThat(kept.find(young).text()).isInstanceOf(StoredText.StorageOnly.class);
        PersonId earlier = Facts.person();
        String old = kept.keep(Facts.work(earlier, monthsAgo(8)), monthsAgo(8));
        kept.execute("insert into erasure values (person_hash('" + earlier + "'), now(), now())");
        assertThat(kept.find(old).text()).isInstanceOf(StoredText.StorageOnly.class);
        run();
        assertThat(kept.find(old).text()).isInstanceOf(StoredText.Erased.class);
        assertThat(kept.find(young).text()).isInstanceOf(StoredText.StorageOnly.class);
    }

    @Test
    void whoeverErasesTheirIdentityIsErasedHereToo() {
        PersonId person = Facts.person();
        String old = kept.keep(Facts.work(person, monthsAgo(8)), monthsAgo(8));
        Instant now = Instant.now();
        String id = UUID.randomUUID().toString();
        Topic.of("identity")
                .publish(person.value(), codec.encode(id, "identity", new PersonErased(person, now), now, null));
        await().atMost(PATIENCE).until(() -> kept.isThere(id));
        assertThat(kept.find(old).text()).isInstanceOf(StoredText.Erased.class);
        assertThat(kept.find(id).text()).isInstanceOf(StoredText.StorageOnly.class);
    }

    @Test
    void thePlatformIsNotErasedEvenWhenAnEventSaysSo() {
        kept.keep(new PersonErased(DataSubject.PLATFORM, Instant.now()), Instant.now());
        assertThat(kept.one("select count(*) from erasure where person = person_hash('platform')"))
                .isEqualTo("0");
    }

    @Test
    void theTextsOfARestoredBackupAreErasedAgain() throws IOException {
        PersonId person = Facts.person();
        String old = kept.keep(Facts.work(person, monthsAgo(8)), monthsAgo(8));
        String young = kept.keep(Facts.work(person, monthsAgo(4)), monthsAgo(4));
        kept.execute("create table key_backup as select * from seal_key where person = '" + person + "'");
        erase("olga", person).statusCode(200);
        run();
        assertThat(Files.readString(ledger)).contains(Sha256.of(person.value())).doesNotContain(person.value());
        kept.execute("delete from erasure where person = person_hash('" + person + "')");
        kept.execute("update seal_key k set wrapped = b.wrapped, destroyed_at = null from key_backup b"
                + " where b.person = k.person and b.month = k.month");
        kept.execute("drop table key_backup");
        assertThat(kept.find(old).text()).isInstanceOf(StoredText.Legible.class);
        assertThat(kept.find(young).text()).isInstanceOf(StoredText.Legible.class);
        run();
        assertThat(kept.find(old).text()).isInstanceOf(StoredText.Erased.class);
        assertThat(kept.find(young).text()).isInstanceOf(StoredText.StorageOnly.class);
    }

    @Test
    void theKeysOfWhatExpiredAreGoneFromARestoredBackupToo() {
        PersonId person = Facts.person();
        kept.keep(Facts.work(person, monthsAgo(50)), monthsAgo(50));
        kept.execute("create table expired_backup as select * from seal_key where person = '" + person + "'");
        run().body("dropped", hasItem("NETWORK_LOG/" + monthAgo(50)));
        kept.execute("insert into seal_key select * from expired_backup");
        kept.execute("drop table expired_backup");
        run();
        assertThat(kept.one("select count(*) from seal_key where person = '" + person + "'"))
                .isEqualTo("0");
    }

    @Test
    void onlyOfficersEraseOthersAndNobodyErasesThePlatform() {
        for (String person : List.of("alice", "ines", "oscar", "rita")) {
            erase(person, Facts.person()).statusCode(403);
        }
        erase("olga", DataSubject.PLATFORM).statusCode(400).body("code", equalTo("NOT_A_PERSON"));
        given().auth()
                .oauth2(Tokens.of("olga"))
                .contentType("application/json")
                .body("{\"person\": \"P\"}")
                .post("/api/records/erasures")
                .then()
                .statusCode(400);
    }

    private static ValidatableResponse erase(String officer, PersonId person) {
        return given().auth()
                .oauth2(Tokens.of(officer))
                .contentType("application/json")
                .body("{\"person\": \"" + person + "\", \"reason\": \"asked by letter\"}")
                .post("/api/records/erasures")
                .then();
    }

    private static ValidatableResponse run() {
        return given().auth()
                .oauth2(Tokens.of("oscar"))
                .post("/api/records/classes/run")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse chain(String person, GoldenStory story) {
        return given().auth()
                .oauth2(Tokens.of(person))
                .get("/api/records/works/" + story.work)
                .then();
    }
}
