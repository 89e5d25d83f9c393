package io.mingshi.conformance;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.mingshi.testkit.Requirement;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Without proven identity there is neither generation nor publication.
class RealNameTest {
    @Test
    @Requirement({"DSP-09.2", "CSL-26.1"})
    void anUnverifiedPersonCanNeitherGenerateNorPublishThroughAnyAddress() throws IOException {
        String work = Work.image().id();

        refused("/v1/chat/completions", Work.chatRequest("Hello", false));
        refused("/v1/chat/completions", Work.chatRequest("Hello", true));
        refused("/v1/images/generations", Work.imageRequest("a harbour"));
        refused("/v1/audio/speech", Work.speechRequest("Hello", "wav"));
        refused("/api/gateway/keys", Map.of("name", "mine"));
        refused("/api/gateway/works/" + work + "/publication", Map.of());
        refused(
                "/api/consent/requests",
                Map.of(
                        "modalities",
                        List.of("FACE_IMAGE"),
                        "models",
                        List.of(Work.EDIT_MODEL),
                        "purpose",
                        "none",
                        "days",
                        1));
        Provider.person("carol")
                .multiPart("image", "picture.png", Work.plainPicture(), "image/png")
                .multiPart("model", Work.EDIT_MODEL)
                .multiPart("prompt", "brighter")
                .multiPart("depicts", "none")
                .post("/v1/images/edits")
                .then()
                .statusCode(403);
    }

    @Test
    @Requirement("DSP-09.3")
    void whatIsProvenCountsForNothingFromTheMomentItIsHeldUntilItIsReleased() throws IOException {
        String work = Work.image().id();
        String alice = Provider.person("alice").get("/api/identity/me").path("standing.person");
        try {
            officer(alice, "hold");
            Provider.logInAgain("alice");
            publication(work).then().statusCode(403).body("code", equalTo("REAL_NAME_REQUIRED"));
            Provider.programOf("alice")
                    .contentType(ContentType.JSON)
                    .body(Work.imageRequest("a harbour"))
                    .post("/v1/images/generations")
                    .then()
                    .statusCode(403);
        } finally {
            officer(alice, "release");
        }
        publication(work).then().statusCode(200);
    }

    @Test
    void aNumberThatTheAuthorityDoesNotConfirmProvesNothing() {
        Provider.person("carol")
                .contentType(ContentType.JSON)
                .body(Map.of("method", "ID_DOCUMENT", "name", "测试不符", "number", "110000190001010012"))
                .post("/api/identity/verifications")
                .then()
                .statusCode(403)
                .body("code", equalTo("NOT_CONFIRMED"));
        Provider.person("carol").get("/api/identity/me").then().body("standing.assurance", equalTo("NONE"));
    }

    @Test
    void aVerifiedPersonSeesTheirOwnNumberOnlyMasked() {
        Provider.person("alice")
                .get("/api/identity/me")
                .then()
                .statusCode(200)
                .body("personalData.method", equalTo("ID_DOCUMENT"))
                .body("personalData.number", not(containsString("19000101")));
    }

    private static void officer(String person, String deed) {
        Provider.person("olga")
                .contentType(ContentType.JSON)
                .body(Map.of("cause", "TAKEOVER_SUSPECTED", "reason", "conformance suite"))
                .post("/api/identity/persons/" + person + "/" + deed)
                .then()
                .statusCode(204);
    }

    private static Response publication(String work) {
        return Provider.person("alice")
                .contentType(ContentType.JSON)
                .body(Map.of())
                .post("/api/gateway/works/" + work + "/publication");
    }

    private static void refused(String path, Object body) {
        Provider.person("carol")
                .contentType(ContentType.JSON)
                .body(body)
                .post(path)
                .then()
                .statusCode(403);
    }
}
