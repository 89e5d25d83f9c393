package io.mingshi.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.mingshi.client.Answer;
import io.mingshi.client.Logins;
import io.mingshi.client.Platform;
import io.mingshi.client.StackFile;
import java.io.IOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A kill of the service, of Keycloak or of the identity authority while somebody is verified or answers
/// through a link: afterwards nothing is granted or the whole, and whoever tries again pays nothing twice.
class JourneyCrashTest {
    private static final String NUMBER = "11010519491231002X";
    private static final String OTHER_NUMBER = "110000190001010012";
    private static final int PRICE = 60;
    private static final Duration SOON = Duration.ofSeconds(30);

    private static MortalAuthority authority;
    private static OwnStack stack;
    private static PlatformProcess platform;
    private static Logins logins;

    @BeforeAll
    static void start() throws Exception {
        authority = new MortalAuthority();
        stack = OwnStack.start("journey-stack");
        logins = new Logins(StackFile.of(stack.properties()));
        var settings = new Properties();
        settings.putAll(stack.properties());
        settings.setProperty("mingshi.authority.url", authority.url());
        platform = PlatformProcess.start(settings, "journey-platform");
        verified("alice", "13900139001", OTHER_NUMBER);
    }

    @AfterAll
    static void stop() throws InterruptedException {
        if (platform != null) {
            platform.stop();
        }
        authority.close();
    }

    @Test
    void anAuthorityThatDiesBeforeItAnswersLeavesNothingProvenAndIsPaidOnce() throws Exception {
        Map<String, Object> proof = proof("bob", "13900139002", "360426199101010071");
        long spent = spent();
        int paid = authority.paid();
        authority.dieAtTheNextQuestion();
        assertThat(as("bob").post("/api/identity/verifications", proof).problem())
                .isEqualTo("AUTHORITY_UNREACHABLE");
        assertThat(assurance("bob")).isEqualTo("NONE");

        authority.liveAgain();
        await().atMost(SOON)
                .until(() ->
                        as("bob").post("/api/identity/verifications", proof).status() == 201);

        assertThat(assurance("bob")).isEqualTo("MOBILE");
        assertThat(spent() - spent).isEqualTo(PRICE);
        assertThat(authority.paid() - paid).isEqualTo(1);
    }

    @Test
    void aServiceThatIsKilledBetweenTheAnswerAndTheCommitGrantsNothingAndAsksTheSameQuestionAgain() throws Exception {
        Map<String, Object> proof = proof("carol", "13900139003", "81000019980902013X");
        String person = standing("carol").path("person").asText();
        long spent = spent();
        int paid = authority.paid();
        int answered = authority.answered();
        try (Held held = hold("identity", "select pg_advisory_xact_lock(hashtextextended(?, 0))", "person " + person)) {
            inTheBackground(() -> as("carol").post("/api/identity/verifications", proof));
            await().atMost(SOON).until(() -> authority.answered() > answered);
            held.awaitWaiter();
            platform.kill();
        }
        platform.restart();
        assertThat(assurance("carol")).isEqualTo("NONE");

        assertThat(as("carol").post("/api/identity/verifications", proof).status())
                .isEqualTo(201);

        assertThat(assurance("carol")).isEqualTo("MOBILE");
        assertThat(spent() - spent).isEqualTo(PRICE);
        assertThat(authority.paid() - paid).isEqualTo(1);
    }

    @Test
    void aServiceThatIsKilledWhileSomebodyIsLetInAndWhileTheyAnswerLeavesNeitherHalf() throws Exception {
        Link link = link();
        long spent = spent();
        killedWhile(link, () -> platform.client().post(link.visit(), visitor(link)));
        assertThat(count("select count(*) from visit where consent = ?", link.consent()))
                .isZero();
        assertThat(state(link)).isEqualTo("REQUESTED");

        Page page = opened(link);
        assertThat(spent() - spent)
                .as("the same question within minutes is paid once")
                .isEqualTo(PRICE);
        page.pass();
        killedWhile(link, page::grant);
        assertThat(state(link)).isEqualTo("REQUESTED");
        assertThat(count(
                        "select count(*) from consent where id = ? and (granted or evidence is not null)",
                        link.consent()))
                .isZero();

        Answer granted = page.grant();
        assertThat(granted.json().path("state").asText()).isEqualTo("ACTIVE");
        assertThat(page.grant().problem()).isEqualTo("ALREADY_ANSWERED");
        await().atMost(SOON).until(() -> grants(link) == 1);
    }

    @Test
    void aVisitGoesOnWhileKeycloakIsKilledAndPeopleLogInAgain() throws Exception {
        Link link = link();
        Page page = opened(link);
        stack.kill("keycloak");
        page.pass();
        assertThat(page.grant().json().path("state").asText()).isEqualTo("ACTIVE");
        assertThat(page.withdraw().json().path("state").asText()).isEqualTo("WITHDRAWN");

        String token = await().atMost(Duration.ofMinutes(3))
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(() -> new Logins(StackFile.of(stack.properties())).of("alice"), Objects::nonNull);
        JsonNode consent = platform.client()
                .as(token)
                .get("/api/consent/consents/" + link.consent())
                .json();
        assertThat(consent.path("state").asText()).isEqualTo("WITHDRAWN");
    }

    private static void killedWhile(Link link, Callable<Answer> deed) throws Exception {
        try (Held held = hold("consent", "select 1 from consent where id = ? for update", link.consent())) {
            inTheBackground(deed);
            held.awaitWaiter();
            platform.kill();
        }
        platform.restart();
    }

    /// A link of alice's.
    private record Link(String consent, String token) {
        String path() {
            return "/api/consent/invitations/" + token;
        }

        String visit() {
            return path() + "/visit";
        }
    }

    /// The page of whoever came through a link.
    private record Page(Link link, String visit) {
        void pass() throws IOException {
            String words =
                    post("/passcode", Map.of()).json().path("words").path("zh").asText();
            assertThat(post("/passcode/answer", Map.of("words", words)).status())
                    .isEqualTo(200);
        }

        Answer grant() throws IOException {
            String version = platform.client()
                    .get(link.path())
                    .json()
                    .path("noticeVersion")
                    .asText();
            return post("/answer", Map.of("answer", "GRANT", "noticeVersion", version, "separately", true));
        }

        Answer withdraw() throws IOException {
            return post("/withdrawal", Map.of());
        }

        private Answer post(String step, Map<String, ?> body) throws IOException {
            return platform.client().with("Consent-Visit", visit).post(link.visit() + step, body);
        }
    }

    private static Link link() throws IOException {
        JsonNode asked = as("alice")
                .post(
                        "/api/consent/requests",
                        Map.of(
                                "modalities",
                                List.of("FACE_IMAGE"),
                                "models",
                                List.of("mingshi-demo-edit"),
                                "purpose",
                                "a card",
                                "days",
                                30))
                .json();
        return new Link(asked.path("consent").asText(), asked.path("token").asText());
    }

    private static Page opened(Link link) throws IOException {
        Answer opened = platform.client().post(link.visit(), visitor(link));
        assertThat(opened.status()).as(opened.text()).isEqualTo(201);
        return new Page(link, opened.json().path("visit").asText());
    }

    private static Map<String, Object> visitor(Link link) throws IOException {
        String mobile = "13900139009";
        String earlier = authority.code(mobile);
        assertThat(platform.client()
                        .post(link.visit() + "/mobile-code", Map.of("mobile", mobile))
                        .status())
                .isEqualTo(202);
        return proved(NUMBER, mobile, newCode(mobile, earlier));
    }

    private static void verified(String person, String mobile, String number) throws IOException {
        Answer verified = as(person).post("/api/identity/verifications", proof(person, mobile, number));
        assertThat(verified.status()).as(verified.text()).isEqualTo(201);
    }

    /// With a code that was sent just now.
    private static Map<String, Object> proof(String person, String mobile, String number) throws IOException {
        String earlier = authority.code(mobile);
        as(person).post("/api/identity/mobile-codes", Map.of("mobile", mobile));
        return proved(number, mobile, newCode(mobile, earlier));
    }

    private static Map<String, Object> proved(String number, String mobile, String code) {
        return Map.of("method", "MOBILE", "name", "测试用户甲", "number", number, "mobile", mobile, "code", code);
    }

    private static String newCode(String mobile, String earlier) {
        return await().atMost(SOON).until(() -> authority.code(mobile), code -> !code.equals(earlier));
    }

    private static Platform as(String person) throws IOException {
        return platform.client().as(logins.of(person));
    }

    private static String assurance(String person) throws IOException {
        return standing(person).path("assurance").asText();
    }

    private static JsonNode standing(String person) throws IOException {
        return as(person).get("/api/identity/me").json().path("standing");
    }

    private static String state(Link link) throws IOException {
        return platform.client().get(link.path()).json().path("state").asText();
    }

    private static long spent() throws SQLException {
        return number("identity", "select coalesce(sum(spent), 0) from spending where ? <> ''", "any");
    }

    private static long grants(Link link) throws SQLException {
        return number(
                "records",
                "select count(*) from record where type = 'io.mingshi.consent.ConsentGranted.v1' and consent = ?",
                link.consent());
    }

    private static long count(String query, String parameter) throws SQLException {
        return number("consent", query, parameter);
    }

    private static long number(String module, String query, String parameter) throws SQLException {
        Properties values = stack.properties();
        try (var connection = DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:" + values.getProperty("postgres.port") + "/"
                                + platform.databasePrefix() + module,
                        values.getProperty("postgres.user"),
                        values.getProperty("postgres.password"));
                var statement = connection.prepareStatement(query)) {
            statement.setString(1, parameter);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    private static Held hold(String module, String statement, String parameter) throws SQLException {
        return Held.by(stack.properties(), platform.databasePrefix() + module, statement, parameter);
    }

    /// The answer never comes: whoever gives it is killed.
    private static void inTheBackground(Callable<Answer> deed) {
        var thread = Executors.newVirtualThreadPerTaskExecutor();
        thread.submit(deed);
        thread.shutdown();
    }
}
