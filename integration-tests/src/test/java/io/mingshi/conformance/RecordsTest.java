package io.mingshi.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mingshi.testkit.Requirement;
import io.restassured.path.json.JsonPath;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/// From the number in a label to everything that led to the work.
class RecordsTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    @Test
    @Requirement("DSP-16.2")
    void theNumberLeadsToPersonTimeModelAndHashes() throws NoSuchAlgorithmException {
        String person = Provider.person("alice").get("/api/identity/me").path("standing.person");
        Work work = Work.image();

        JsonPath chain = chain(work);

        assertThat(chain.getString("admission.person")).isEqualTo(person);
        assertThat(chain.getString("admission.model")).isEqualTo(Work.IMAGE_MODEL);
        assertThat(Instant.parse(chain.getString("made.recordedAt")))
                .isBeforeOrEqualTo(Instant.now().plusSeconds(5));
        assertThat(chain.getString("admission.inputHash")).matches("[0-9a-f]{64}");
        assertThat(chain.getString("made.contentHash")).isEqualTo(sha256(work.content()));
    }

    @Test
    @Requirement("CA-942.1")
    void theNumberLeadsToProviderSystemVersionAndTime() {
        Work work = Work.sound();

        JsonPath chain = chain(work);

        assertThat(chain.getString("work")).isEqualTo(work.id());
        assertThat(chain.getString("made.provider")).hasSize(27);
        assertThat(chain.getString("made.system")).isEqualTo("mingshi-demo-speech");
        assertThat(chain.getString("made.systemVersion")).isNotEmpty();
        assertThat(chain.getString("made.recordedAt")).isNotEmpty();
    }

    @Test
    void onlyOfficersAndInspectorsLookWorksUp() {
        String address = "/api/records/works/" + Work.image().id();

        Provider.person("alice").get(address).then().statusCode(403);
        Provider.person("rita").get(address).then().statusCode(403);
        Provider.stranger().get(address).then().statusCode(401);
    }

    private static JsonPath chain(Work work) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(lookUp(work).getBoolean("complete"))
                        .as("missing: %s", lookUp(work).getString("missing"))
                        .isTrue());
        return lookUp(work);
    }

    private static JsonPath lookUp(Work work) {
        return Provider.person("ines")
                .get("/api/records/works/" + work.id())
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static String sha256(byte[] content) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }
}
