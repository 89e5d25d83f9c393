package io.mingshi.localstack.authority;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SandboxAuthorityTest {
    private static final String DOCUMENT = "/v1/id-document/check";
    private final HttpClient client = HttpClient.newHttpClient();
    private SandboxAuthority authority;

    @BeforeEach
    void start() throws IOException {
        authority = new SandboxAuthority(0, "key-of-the-test");
        authority.start();
    }

    @AfterEach
    void stop() {
        authority.close();
        client.close();
    }

    @Test
    void theNameDecidesTheAnswer() throws Exception {
        assertThat(ask(DOCUMENT, "张三").body()).contains("\"result\":\"MATCH\"").contains("\"reference\":");
        assertThat(ask(DOCUMENT, "李不符").body()).contains("\"result\":\"MISMATCH\"");
        assertThat(ask(DOCUMENT, "无此人").body()).contains("\"result\":\"NO_RECORD\"");
        assertThat(ask(DOCUMENT, "故障").statusCode()).isEqualTo(503);
    }

    @Test
    void anAuthorityThatRecoversAnswersTheRepeatedQuestion() throws Exception {
        String question = question("断续");
        assertThat(send(DOCUMENT, "Bearer key-of-the-test", "again", question).statusCode())
                .isEqualTo(503);
        assertThat(send(DOCUMENT, "Bearer key-of-the-test", "again", question).body())
                .contains("\"result\":\"MATCH\"");
    }

    @Test
    void aContradictionSaysBothThings() throws Exception {
        assertThat(ask(DOCUMENT, "矛盾").body()).contains("\"result\":\"MATCH\"", "\"number\":false");
    }

    @Test
    void aTextMessageIsKeptForItsReader() throws Exception {
        String message = "{\"mobile\":\"1\",\"template\":\"t\",\"parameters\":{\"code\":\"123456\"}}";
        assertThat(send("/v1/text-messages", "Bearer key-of-the-test", "m", message)
                        .body())
                .contains("\"accepted\":true");
        assertThat(read("/v1/text-messages/1", "Bearer key-of-the-test").body()).contains("123456");
        assertThat(read("/v1/text-messages/2", "Bearer key-of-the-test").statusCode())
                .isEqualTo(404);
        assertThat(read("/v1/text-messages/1", "Bearer wrong").statusCode()).isEqualTo(401);
    }

    @Test
    void aNationalCredentialIsGoodForOneChallengeAndOneUse() throws Exception {
        String person = "{\"person\":\"张三\",\"challenge\":\"c\",\"ageGroup\":\"ADULT\"}";
        String credential = send("/national/v1/sandbox/credentials", "Bearer key-of-the-test", "", person)
                .body()
                .split("\"")[3];
        assertThat(authenticate("1", "other", credential)).contains("\"authResult\":\"1\"");
        assertThat(authenticate("2", "c", credential)).contains("\"authResult\":\"0\"", "\"subject\"");
        assertThat(authenticate("2", "c", credential)).contains("\"authResult\":\"0\"");
        assertThat(authenticate("3", "c", credential)).contains("\"authResult\":\"1\"");
        assertThat(authenticate("4", "c", "forged." + credential)).contains("\"authResult\":\"1\"");
    }

    private String authenticate(String sequence, String challenge, String credential) throws Exception {
        String question = "{\"appId\":\"a\",\"bizSeq\":\"%s\",\"challenge\":\"%s\",\"idCardAuthData\":\"%s\"}"
                .formatted(sequence, challenge, credential);
        return send("/national/v1/auth", "Bearer key-of-the-test", "", question).body();
    }

    private HttpResponse<String> read(String path, String authorization) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(authority.url() + path))
                .header("Authorization", authorization)
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void aMobileAndAnOrganizationAreCheckedToo() throws Exception {
        String mobile = "{\"name\":\"张三\",\"number\":\"1\",\"mobile\":\"2\"}";
        String organization = "{\"name\":\"某公司\",\"creditCode\":\"3\"}";

        assertThat(send("/v1/mobile/check", "Bearer key-of-the-test", "a", mobile)
                        .body())
                .contains("MATCH");
        assertThat(send("/v1/organization/check", "Bearer key-of-the-test", "b", organization)
                        .body())
                .contains("MATCH");
    }

    @Test
    void aRepeatedQuestionGetsTheSameReference() throws Exception {
        String question = question("张三");
        String first =
                send(DOCUMENT, "Bearer key-of-the-test", "same", question).body();

        assertThat(send(DOCUMENT, "Bearer key-of-the-test", "same", question).body())
                .isEqualTo(first);
        assertThat(send(DOCUMENT, "Bearer key-of-the-test", "same", question("李四"))
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void whatIsMissingIsNamed() throws Exception {
        assertThat(send(DOCUMENT, "Bearer wrong", "a", question("张三")).statusCode())
                .isEqualTo(401);
        assertThat(send(DOCUMENT, "Bearer key-of-the-test", "", question("张三")).body())
                .contains("Idempotency-Key");
        assertThat(send(DOCUMENT, "Bearer key-of-the-test", "b", "{\"name\":\"张三\"}")
                        .body())
                .contains("number");
        assertThat(send(DOCUMENT, "Bearer key-of-the-test", "c", "name=1").body())
                .contains("not JSON");
        assertThat(ask("/v1/other", "张三").statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> ask(String path, String name) throws Exception {
        return send(path, "Bearer key-of-the-test", UUID.randomUUID().toString(), question(name));
    }

    private static String question(String name) {
        return "{\"name\":\"" + name + "\",\"number\":\"110101199003077758\"}";
    }

    private HttpResponse<String> send(String path, String authorization, String key, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(authority.url() + path))
                .header("Authorization", authorization)
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
