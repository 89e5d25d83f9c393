package io.mingshi.identity;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.ConfigProvider;

/// What the people of the tests have in their hands: the phone that gets messages, the device that makes
/// credentials.
final class Sandbox {
    private Sandbox() {}

    /// The last code that was sent to a number; empty when none was.
    static String lastCode(String mobile) {
        var answer = authority().get("/v1/text-messages/" + mobile);
        return answer.statusCode() == 200 ? answer.path("message.parameters.code") : "";
    }

    /// The code that comes after `earlier`.
    static String newCode(String mobile, String earlier) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> lastCode(mobile), code -> !code.equals(earlier));
    }

    /// What the person's device makes for a provider's challenge.
    static String credential(String person, String challenge, String ageGroup) {
        return authority()
                .body(Map.of("person", person, "challenge", challenge, "ageGroup", ageGroup))
                .post("/national/v1/sandbox/credentials")
                .path("credential");
    }

    /// What the service calls a person towards this provider.
    static String subject(String person) {
        String challenge = UUID.randomUUID().toString();
        return authority()
                .body(Map.of(
                        "appId",
                        "mingshi",
                        "bizSeq",
                        UUID.randomUUID().toString(),
                        "challenge",
                        challenge,
                        "idCardAuthData",
                        credential(person, challenge, "ADULT")))
                .post("/national/v1/auth")
                .path("subject");
    }

    private static RequestSpecification authority() {
        var config = ConfigProvider.getConfig();
        URI url = config.getValue("mingshi.authority.url", URI.class);
        return given().baseUri(url.toString())
                .port(url.getPort())
                .auth()
                .preemptive()
                .oauth2(config.getValue("mingshi.authority.key", String.class))
                .contentType(ContentType.JSON);
    }
}
