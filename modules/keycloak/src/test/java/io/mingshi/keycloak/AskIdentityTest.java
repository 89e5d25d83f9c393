package io.mingshi.keycloak;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Only a clear answer counts; whatever else comes is none.
class AskIdentityTest {
    private static final Map<String, String> TYPED = Map.of("name", "张三", "number", "11010519491231002X");

    private final HttpClient http = HttpClient.newHttpClient();
    private HttpServer server;
    private String asked = "";

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        http.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "200|{\"assurance\":\"ID_DOCUMENT\"}|Proven",
                "200|{\"assurance\":\"NONE\"}|Unproven",
                "200|{}|Unanswered",
                "200|[]|Unanswered",
                "200|{\"assurance\":|Unanswered",
                "201|{\"assurance\":\"ID_DOCUMENT\"}|Unanswered",
                "302|{\"assurance\":\"ID_DOCUMENT\"}|Unanswered",
                "403|{\"code\":\"ROLE_MISSING\"}|Unanswered",
                "500|{\"assurance\":\"ID_DOCUMENT\"}|Unanswered",
            })
    void aStandingIsOnlyWhatIdentityClearlySays(int status, String body, String answer) {
        answering(status, body);
        assertThat(identity().standing().getClass().getSimpleName()).isEqualTo(answer);
        assertThat(asked).isEqualTo("GET /api/identity/login-step Bearer token");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "201|{\"assurance\":\"ID_DOCUMENT\"}|Proven[]",
                "200|{\"assurance\":\"ID_DOCUMENT\"}|Unanswered[]",
                "403|{\"code\":\"NOT_CONFIRMED\"}|Refused[refusal=NOT_CONFIRMED]",
                "400|{\"code\":\"CHECKSUM_WRONG\"}|Refused[refusal=NUMBER]",
                "429|{\"code\":\"COST_CEILING_REACHED\"}|Refused[refusal=TOO_OFTEN]",
                "409|{\"code\":\"SOMETHING_NEW\"}|Refused[refusal=OTHER]",
                "400|{}|Unanswered[]",
                "401|{\"code\":\"NOT_LOGGED_IN\"}|Unanswered[]",
                "503|{\"code\":\"AUTHORITY_UNREACHABLE\"}|Unanswered[]",
                "500|no JSON|Unanswered[]",
            })
    void aVerificationIsOnlyWhatIdentityClearlySays(int status, String body, String answer) {
        answering(status, body);
        assertThat(identity().verify(TYPED)).hasToString(answer);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "REVOKED|false|Unproven[stand=Stand[state=REVOKED, unnamed=false]]",
                "ENDED|true|Unproven[stand=Stand[state=ENDED, unnamed=true]]",
                "SOMETHING_NEW|false|Unproven[stand=Stand[state=NEW, unnamed=false]]",
            })
    void whereSomebodyStandsIsTold(String state, boolean unnamed, String answer) {
        answering(200, "{\"assurance\":\"NONE\",\"state\":\"" + state + "\",\"unnamed\":" + unnamed + "}");
        assertThat(identity().standing()).hasToString(answer);
    }

    @Test
    void whatIsNeededOnTheWayIsAskedInItsPlace() {
        answering(201, "{\"given\":\"a secret\"}");
        assertThat(identity().challenge()).isEqualTo(new Answer.Given("a secret"));
        assertThat(asked).isEqualTo("POST /api/identity/login-step/national-challenges Bearer token");
        assertThat(identity().askGuardian()).isEqualTo(new Answer.Given("a secret"));
        assertThat(asked).isEqualTo("POST /api/identity/login-step/guardian-requests Bearer token");
        assertThat(identity().sendCode(Map.of("mobile", "1"))).isInstanceOf(Answer.Unanswered.class);
        assertThat(asked).isEqualTo("POST /api/identity/login-step/mobile-codes Bearer token");
    }

    @Test
    void anAnswerWithoutEndIsNone() {
        answering(200, "{\"assurance\":\"ID_DOCUMENT\",\"more\":\"" + "x".repeat(200_000) + "\"}");
        assertThat(identity().standing()).isInstanceOf(Answer.Unanswered.class);
    }

    @Test
    void whereNobodyListensOrNoAddressIsSetThereIsNoAnswer() {
        assertThat(new AskIdentity(http, "http://127.0.0.1:9", "token").standing())
                .isInstanceOf(Answer.Unanswered.class);
        assertThat(new AskIdentity(http, "", "token").verify(TYPED)).isInstanceOf(Answer.Unanswered.class);
    }

    private AskIdentity identity() {
        return new AskIdentity(http, "http://127.0.0.1:" + server.getAddress().getPort(), "token");
    }

    private void answering(int status, String body) {
        server.createContext("/", exchange -> {
            asked = exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("Authorization");
            byte[] bytes = body.getBytes(UTF_8);
            exchange.getResponseHeaders().set("Location", "http://127.0.0.1:9/");
            exchange.sendResponseHeaders(status, bytes.length);
            try (var out = exchange.getResponseBody()) {
                out.write(bytes);
            }
        });
    }
}
