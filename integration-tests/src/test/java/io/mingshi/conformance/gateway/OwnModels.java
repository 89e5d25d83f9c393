package io.mingshi.conformance.gateway;

import io.mingshi.conformance.Provider;
import io.restassured.http.ContentType;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/// Registers the played models with this project's platform, with the waivers that let an undecided picture pass: what
/// is known to be forbidden is refused all the same.
final class OwnModels {
    private static final Map<String, String> CAPABILITIES = Map.of(
            "chat", "CHAT",
            "image", "IMAGE_GENERATION",
            "edit", "IMAGE_EDIT",
            "speech", "SPEECH",
            "transcription", "TRANSCRIPTION",
            "video", "VIDEO");

    private static final String TODAY = LocalDate.now(ZoneOffset.UTC).toString();

    private OwnModels() {}

    static void register(Map<String, String> models) {
        models.forEach((kind, model) -> {
            review(model);
            Provider.person("oscar")
                    .contentType(ContentType.JSON)
                    .body(Map.of(
                            "version",
                            "1",
                            "capabilities",
                            List.of(CAPABILITIES.get(kind)),
                            "filingNumber",
                            "conformance",
                            "assessedOn",
                            TODAY))
                    .put("/api/governance/models/" + model)
                    .then()
                    .statusCode(200);
            waive(model, "IMAGE");
            waive(model, "VIDEO");
        });
    }

    private static void review(String model) {
        String review = Provider.person("oscar")
                .contentType(ContentType.JSON)
                .body(Map.of("model", model, "version", "1", "reviewedOn", TODAY, "findings", "a played model"))
                .post("/api/governance/reviews")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Provider.person("olga")
                .contentType(ContentType.JSON)
                .body(Map.of("approve", true, "reason", "the findings were read"))
                .post("/api/governance/reviews/" + review + "/decision")
                .then()
                .statusCode(200);
    }

    private static void waive(String model, String content) {
        Provider.person("olga")
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "model",
                        model,
                        "kind",
                        content,
                        "reason",
                        "conformance suite: a played model",
                        "until",
                        Instant.now().plus(Duration.ofDays(1)).toString()))
                .post("/api/governance/waivers")
                .then()
                .statusCode(201);
    }
}
