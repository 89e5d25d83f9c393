package io.mingshi.gateway;

import static io.restassured.RestAssured.given;

import io.mingshi.testkit.Tokens;
import io.mingshi.testkit.Topic;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;

/// What the tests of the HTTP interface share.
@WithTestResource(value = Played.class, scope = TestResourceScope.GLOBAL)
abstract class GatewayTest {
    static final String NOTICE = "【AI生成】";

    World world;

    @BeforeEach
    void everythingIsInOrder() {
        world = World.inOrder();
    }

    static RequestSpecification as(String person) {
        return given().auth().oauth2(Tokens.of(person)).contentType(ContentType.JSON);
    }

    static Map<String, Object> conversation(String model, String question) {
        return Map.of("model", model, "messages", List.of(Map.of("role", "user", "content", question)));
    }

    static Response chat(String person, String model, String question) {
        return as(person).body(conversation(model, question)).post("/v1/chat/completions");
    }

    static Response streamedChat(String person, String model, String question) {
        var body = new java.util.HashMap<>(conversation(model, question));
        body.put("stream", true);
        return as(person).body(body).post("/v1/chat/completions");
    }

    /// Waits for the event of this type that speaks of this.
    static String event(String type, String about) {
        return Topic.of("gateway")
                .await(event -> event.contains("io.mingshi.gateway." + type + ".v1") && event.contains(about));
    }
}
