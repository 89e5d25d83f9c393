package io.mingshi.records;

import static io.mingshi.records.KeptThen.monthsAgo;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.mingshi.contracts.AdmissionId;
import io.mingshi.contracts.ConsentId;
import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.ProduceId;
import io.mingshi.contracts.event.ConsentEvent.ConsentGranted;
import io.mingshi.contracts.event.GatewayEvent.WorkDelivered;
import io.mingshi.testkit.Requirement;
import io.mingshi.testkit.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MyRecordsTest {
    @Inject
    KeptThen kept;

    @Test
    @Requirement("PIPL-45.1")
    void aPersonGetsEverythingAboutThemAndNobodyElsesTexts() {
        PersonId alice = personOf("alice");
        PersonId bob = personOf("bob");
        Instant now = Instant.now();
        var work = new ProduceId(Facts.id("W"));
        String about = kept.keep(Facts.work(alice, work, now), now);
        String delivery = kept.keep(new WorkDelivered(new AdmissionId("A-" + work), work, now), now);
        String strange = kept.keep(new WorkDelivered(new AdmissionId(Facts.id("A")), work, now), now);
        String names = kept.keep(
                new ConsentGranted(new ConsentId(Facts.id("C")), alice, bob, "secret of bob", now, null), now);
        List<JsonPath> copy = copy("alice");
        assertThat(line(copy, about).getString("text")).contains(work.value());
        assertThat(line(copy, about).getLong("position")).isEqualTo(kept.position(about));
        assertThat(line(copy, about).getString("receivedAt")).isNotNull();
        assertThat(line(copy, delivery).getString("text")).contains(work.value());
        assertThat(copy).noneMatch(line -> strange.equals(line.getString("eventId")));
        assertThat(line(copy, names).getString("text")).isNull();
        assertThat(line(copy, names).getString("withheld")).isEqualTo("ABOUT_ANOTHER_PERSON");
        assertThat(copy.getLast().getBoolean("complete")).isTrue();
        assertThat(copy.getLast().getInt("records")).isEqualTo(copy.size() - 1);
        String stored = kept.one("select count(*) from record where person = '" + alice + "' or counterpart = '" + alice
                + "' or (person = 'platform' and source = '/mingshi/gateway' and admission in"
                + " (select admission from record where person = '" + alice + "'))");
        assertThat(copy.getLast().getString("records")).isEqualTo(stored);
        List<JsonPath> bobs = copy("bob");
        assertThat(line(bobs, names).getString("text")).contains("secret of bob");
        assertThat(bobs).noneMatch(line -> about.equals(line.getString("eventId")));
        given().get("/api/records/me").then().statusCode(401);
    }

    @Test
    void whatIsHandedOutCanBeCheckedAgainstTheEvidence() throws NoSuchAlgorithmException {
        Instant now = Instant.now();
        String id = kept.keep(Facts.work(personOf("alice"), now), now);
        JsonPath line = line(copy("alice"), id);
        var sha256 = MessageDigest.getInstance("SHA-256");
        sha256.update(HexFormat.of().parseHex(line.getString("salt")));
        sha256.update(line.getString("text").getBytes(UTF_8));
        assertThat(HexFormat.of().formatHex(sha256.digest())).isEqualTo(line.getString("commitment"));
        assertThat(kept.find(id).commitment()).isEqualTo(line.getString("commitment"));
    }

    @Test
    void aLongCopyIsWhole() {
        PersonId alice = personOf("alice");
        Instant now = Instant.now();
        kept.keepMany(Collections.nCopies(1_100, Facts.work(alice, now)), now);
        List<String> copy = text("alice").lines().toList();
        List<Long> positions = copy.subList(0, copy.size() - 1).stream()
                .map(line -> Long.valueOf(line.replaceFirst("^\\{\"position\":(\\d+),.*", "$1")))
                .toList();
        assertThat(positions).hasSizeGreaterThanOrEqualTo(1_100).isSorted().doesNotHaveDuplicates();
        assertThat(copy.getLast()).isEqualTo("{\"complete\":true,\"records\":" + positions.size() + "}");
    }

    @Test
    void whoeverErasesThemselvesSeesWhatStaysAndWhyWithoutItsText() {
        PersonId carol = personOf("carol");
        String old = kept.keep(Facts.work(carol, monthsAgo(8)), monthsAgo(8));
        String young = kept.keep(Facts.work(carol, monthsAgo(3)), monthsAgo(3));
        given().auth()
                .oauth2(Tokens.of("carol"))
                .delete("/api/records/me")
                .then()
                .statusCode(200)
                .body("state", hasItem("ERASED"))
                .body("find { it.state == 'STORAGE_ONLY' }.rule", equalTo("CSL-23"));
        List<JsonPath> copy = copy("carol");
        assertThat(line(copy, old).getString("withheld")).isEqualTo("ERASED");
        assertThat(line(copy, young).getString("withheld")).isEqualTo("STORAGE_ONLY");
        assertThat(copy).allMatch(line -> line.getString("text") == null);
        given().delete("/api/records/me").then().statusCode(401);
        given().auth()
                .oauth2(Tokens.of("olga"))
                .delete("/api/records/me")
                .then()
                .statusCode(403);
    }

    private static JsonPath line(List<JsonPath> copy, String eventId) {
        return copy.stream()
                .filter(line -> eventId.equals(line.getString("eventId")))
                .findFirst()
                .orElseThrow();
    }

    private static List<JsonPath> copy(String person) {
        return text(person).lines().map(JsonPath::from).toList();
    }

    private static String text(String person) {
        return given().auth()
                .oauth2(Tokens.of(person))
                .get("/api/records/me")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static PersonId personOf(String name) {
        String claims = new String(Base64.getUrlDecoder().decode(Tokens.of(name).split("\\.")[1]), UTF_8);
        return new PersonId(JsonPath.from(claims).getString("sub"));
    }
}
