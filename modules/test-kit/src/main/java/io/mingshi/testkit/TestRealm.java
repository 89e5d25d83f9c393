package io.mingshi.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;

/// What an administrator does in the realm of the real Keycloak: people for one test alone, and the
/// settings of the verification step.
public final class TestRealm {
    private static final String REALM = "/admin/realms/mingshi";
    private static final String STEP = REALM + "/authentication/required-actions/verify-real-name";

    private final Properties stack = LocalStack.properties();

    /// A person with the role `user`.
    ///
    /// @param id by which the services know them
    public record Someone(String id, String name, String password) {}

    /// Makes a person whom no other test knows.
    public Someone newPerson() {
        String name = "test-" + UUID.randomUUID();
        String password = UUID.randomUUID().toString();
        var user = Map.of(
                "username",
                name,
                "enabled",
                true,
                "email",
                name + "@example.com",
                "firstName",
                "Test",
                "lastName",
                "Person",
                "credentials",
                List.of(Map.of("type", "password", "value", password, "temporary", false)));
        String location = administrator()
                .body(user)
                .post(REALM + "/users")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        String id = location.substring(location.lastIndexOf('/') + 1);
        var role = administrator()
                .get(REALM + "/roles/user")
                .then()
                .statusCode(200)
                .extract();
        administrator()
                .body(List.of(Map.of("id", role.<String>path("id"), "name", "user")))
                .post(REALM + "/users/" + id + "/role-mappings/realm")
                .then()
                .statusCode(204);
        return new Someone(id, name, password);
    }

    /// How the realm describes the person.
    public Response user(Someone someone) {
        return administrator().get(REALM + "/users/" + someone.id());
    }

    /// The sessions that the person has.
    public Response sessions(Someone someone) {
        return administrator().get(REALM + "/users/" + someone.id() + "/sessions");
    }

    /// Ends every session of the person at the login.
    public void endSessions(Someone someone) {
        administrator()
                .post(REALM + "/users/" + someone.id() + "/logout")
                .then()
                .statusCode(204);
    }

    /// Whether logins of the person are refused because of wrong passwords.
    public boolean isLocked(Someone someone) {
        return administrator()
                .get(REALM + "/attack-detection/brute-force/users/" + someone.id())
                .<Boolean>path("disabled");
    }

    /// Tokens for the password, or the refusal.
    public Response logIn(Someone someone) {
        return tokens(Map.of("grant_type", "password", "username", someone.name(), "password", someone.password()));
    }

    /// Newer tokens of a session, or the refusal.
    public Response refresh(String refreshToken) {
        return tokens(Map.of("grant_type", "refresh_token", "refresh_token", refreshToken));
    }

    /// Tokens for a code that a login in the browser brought.
    public Response exchange(String code, String redirect) {
        return tokens(Map.of("grant_type", "authorization_code", "code", code, "redirect_uri", redirect));
    }

    private Response tokens(Map<String, String> grant) {
        return keycloak()
                .contentType(ContentType.URLENC.withCharset(UTF_8))
                .formParams(grant)
                .formParam("client_id", stack.getProperty("client.id"))
                .formParam("client_secret", stack.getProperty("client.secret"))
                .formParam("scope", "openid")
                .post("/realms/mingshi/protocol/openid-connect/token");
    }

    /// Lets the login show the verification step.
    ///
    /// @param identity where `identity` is reached
    /// @param unverified `later` or `refused`
    public void verify(String identity, String unverified) {
        administrator()
                .body(Map.of("config", Map.of("identity", identity, "unverified", unverified)))
                .put(STEP + "/config")
                .then()
                .statusCode(204);
        enable(true);
    }

    /// Lets the login leave the verification step out, as the stack does without services.
    public void verifyNobody() {
        enable(false);
    }

    private void enable(boolean enabled) {
        Map<String, Object> step =
                administrator().get(STEP).then().statusCode(200).extract().path("");
        step.put("enabled", enabled);
        administrator().body(step).put(STEP).then().statusCode(204);
    }

    private RequestSpecification administrator() {
        String token = keycloak()
                .contentType(ContentType.URLENC)
                .formParam("grant_type", "password")
                .formParam("client_id", "admin-cli")
                .formParam("username", stack.getProperty("keycloak.admin"))
                .formParam("password", stack.getProperty("keycloak.admin-password"))
                .post("/realms/master/protocol/openid-connect/token")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
        return keycloak().contentType(ContentType.JSON).auth().oauth2(token);
    }

    private RequestSpecification keycloak() {
        String url = stack.getProperty("keycloak.url");
        return RestAssured.given().baseUri(url).port(URI.create(url).getPort());
    }
}
