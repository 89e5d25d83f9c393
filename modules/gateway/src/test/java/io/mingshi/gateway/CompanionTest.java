package io.mingshi.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.agroal.api.AgroalDataSource;
import io.mingshi.testkit.Requirement;
import io.mingshi.testkit.Topic;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Models for sustained emotional interaction: Interim Measures on anthropomorphic interaction services.
@QuarkusTest
class CompanionTest extends GatewayTest {
    private static final String LABEL = NOTICE + "以下内容由人工智能生成（AI-generated）。\n\n";
    private static final String START = "You are talking to an AI, not to a human.";
    private static final String REMINDER = "This is an AI, not a human: take a rest.";
    private static final String HEADER = "Mingshi-Companion";
    private static final AtomicInteger VERSION = new AtomicInteger(7000);

    private final String friend = "mingshi-demo-friend";
    private final String partner = "mingshi-demo-partner";

    @Inject
    ShiftedClock clock;

    @Inject
    @DataSource("gateway")
    AgroalDataSource database;

    @BeforeEach
    void companionsAreDeclared() throws SQLException {
        world.companion(friend, "OTHER");
        world.companion(partner, "PARTNER", "OTHER");
        world.standing("alice", "ID_DOCUMENT", "ADULT");
        world.library(
                VERSION.incrementAndGet(),
                "{\"ruleId\":\"R-7\",\"category\":\"A.1-3\",\"term\":\"build a bomb\"}",
                "{\"ruleId\":\"D-1\",\"category\":\"A.4-1\",\"term\":\"kill myself\",\"action\":\"HAND_OVER\"}",
                "{\"ruleId\":\"D-2\",\"category\":\"A.4-1\",\"term\":\"不想活了\",\"action\":\"HAND_OVER\"}");
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("delete from companion_session");
        }
    }

    @AfterEach
    void putTheClockBack() {
        clock.putBack();
    }

    @ParameterizedTest
    @EnumSource(Talk.class)
    @Requirement("ANT-18.1")
    void thePersonIsToldAtTheStartAndAfterEveryTwoHoursOfContinuousUse(Talk talk) {
        Response first = talk.say("alice", friend, "Good morning.");
        assertThat(talk.text(first)).startsWith(LABEL + "[" + START).contains("Good morning.");
        first.then().header(HEADER, "notice=start");
        assertThat(event("WorkRecorded", first.header("Mingshi-Produce-Id"))).contains("TEXT");

        Response second = talk.say("alice", friend, "How are you?", "Good morning.", "Hello.");
        assertThat(talk.text(second)).startsWith(NOTICE).doesNotContain("not a human");
        second.then().header(HEADER, nullValue());

        for (int round = 0; round < 2; round++) {
            useFor(talk, Duration.ofMinutes(100));
            clock.putForward(Duration.ofMinutes(21));
            Response late = talk.say("alice", friend, "Still here.");
            assertThat(talk.text(late)).startsWith(LABEL + "[").contains(REMINDER, "Still here.");
            late.then().header(HEADER, "notice=reminder");
        }
    }

    /// Nothing is told meanwhile.
    private void useFor(Talk talk, Duration time) {
        for (Duration used = Duration.ZERO; used.compareTo(time) < 0; used = used.plusMinutes(20)) {
            clock.putForward(Duration.ofMinutes(20));
            talk.say("alice", friend, "And so on.").then().statusCode(200).header(HEADER, nullValue());
        }
    }

    @Test
    void aBreakLongerThanTheGapBeginsANewSession() {
        Talk.CHAT.say("alice", friend, "Hello.").then().header(HEADER, "notice=start");
        clock.putForward(Duration.ofMinutes(29));
        Talk.CHAT.say("alice", friend, "Hello.").then().header(HEADER, nullValue());
        clock.putForward(Duration.ofMinutes(31));
        Talk.CHAT.say("alice", friend, "Hello.").then().header(HEADER, "notice=start");
    }

    @Test
    void whoeverGotNoAnswerIsToldWithTheNextOne() {
        world.companion("played-chat", "OTHER");
        world.play("/v1/chat/completions", 500, "{}");
        Talk.CHAT.say("alice", "played-chat", "Hello.").then().statusCode(503);
        world.play(
                "/v1/chat/completions",
                200,
                "{\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\"Hi.\"},"
                        + "\"finish_reason\":\"stop\"}]}");
        Talk.CHAT.say("alice", "played-chat", "Hello?").then().statusCode(200).header(HEADER, "notice=start");
    }

    @Test
    void theNoticeIsInTheLanguageOfThePerson() {
        assertThat(Talk.CHAT.text(Talk.CHAT.say("alice", friend, "早上好。"))).startsWith(LABEL + "【您正在与人工智能对话，对方不是真人。");
    }

    @Test
    void anAnswerThatIsDataHasTheNoticeBesideIt() {
        Map<String, Object> body = Map.of(
                "model",
                friend,
                "messages",
                List.of(Map.of("role", "user", "content", "Say it in JSON.")),
                "response_format",
                Map.of("type", "json_object"));
        as("alice")
                .body(body)
                .post("/v1/chat/completions")
                .then()
                .statusCode(200)
                .body("choices[0].mingshi.notice", containsString(START));
    }

    @ParameterizedTest
    @EnumSource(Talk.class)
    @Requirement("ANT-19.1")
    void aWordEndsTheSessionAtOnceWithoutTheModel(Talk talk) {
        world.companion("played-chat", "OTHER");
        world.play("/v1/chat/completions", 500, "{}");
        for (String word : List.of("Exit!", "退出")) {
            Response bye = talk.say("alice", "played-chat", word, "Hello.", "Hi.");
            bye.then().header(HEADER, "reply=exit");
            assertThat(talk.text(bye))
                    .isEqualTo(LABEL
                            + (word.equals("退出")
                                    ? "对话已结束。再次发送消息将开始新的对话。"
                                    : "The conversation has ended. Your next message begins a new one."));
            event("WorkRecorded", bye.header("Mingshi-Produce-Id"));
        }
        talk.say("alice", friend, "Hello.").then().header(HEADER, "notice=start");
        talk.say("alice", friend, "exit").then().header(HEADER, "reply=exit");
        talk.say("alice", friend, "Hello again.").then().header(HEADER, "notice=start");
    }

    @Test
    @Requirement("ANT-19.1")
    void aButtonEndsTheSessionAtOnceEvenWhileEverythingIsPaused() {
        Talk.CHAT.say("alice", friend, "Hello.").then().statusCode(200);
        world.pause("GENERATION");
        exit("alice").then().statusCode(200).body("ended", equalTo(true));
        exit("alice").then().statusCode(200).body("ended", equalTo(false));
        world.nothingIsPaused();
        Talk.CHAT.say("alice", friend, "Hello.").then().header(HEADER, "notice=start");
        given().contentType("application/json")
                .body(Map.of("model", friend))
                .post("/api/gateway/companion/exit")
                .then()
                .statusCode(401);
    }

    @Test
    void aWordWithinASentenceEndsNothing() {
        Talk.CHAT.say("alice", friend, "Hello.").then().statusCode(200);
        Response answer = Talk.CHAT.say("alice", friend, "Where is the exit of the station?");
        answer.then().statusCode(200).header(HEADER, nullValue());
    }

    /// Part of ANT-13.1.
    @ParameterizedTest
    @EnumSource(Talk.class)
    void whoeverMayBeInDangerIsHelpedWithoutTheModelAndAPersonIsCalledOnce(Talk talk) {
        world.companion("played-chat", "OTHER");
        world.play("/v1/chat/completions", 500, "{}");
        Response help = talk.say("alice", "played-chat", "I want to kill myself.");
        help.then().header(HEADER, "notice=start, reply=help");
        assertThat(talk.text(help)).startsWith(LABEL + "[" + START).contains("12356", "our staff has been told");
        Response again = talk.say("alice", "played-chat", "我真的不想活了", "I want to kill myself.", "Call 12356.");
        again.then().header(HEADER, "reply=help");
        assertThat(talk.text(again)).startsWith(LABEL + "听到您这样说").contains("12356");

        String asked = event("HandOverRequested", admission(talk, help));
        assertThat(asked).contains("\"ruleId\":\"D-1\"", "\"minor\":false").doesNotContain("kill myself");
        assertThat(JsonPath.from(asked).getString("data.person")).isEqualTo(World.id("alice"));
        assertThat(handOversUntil(again.header("Mingshi-Produce-Id"), admission(talk, again)))
                .isZero();
    }

    /// How many times this request asked for a person before its work was recorded; one request's facts
    /// keep their order.
    private static int handOversUntil(String work, String admission) {
        var found = new AtomicInteger();
        Topic.of("gateway").await(event -> {
            if (event.contains("HandOverRequested") && event.contains(admission)) {
                found.incrementAndGet();
            }
            return event.contains("WorkRecorded") && event.contains(work);
        });
        return found.get();
    }

    /// The admission's number, which the works' record names.
    private static String admission(Talk talk, Response response) {
        return JsonPath.from(event("WorkRecorded", response.header("Mingshi-Produce-Id")))
                .getString("data.admission");
    }

    @Test
    void whatWasAnsweredBeforeDoesNotCountAgain() {
        Response later =
                Talk.CHAT.say("alice", friend, "I feel better today.", "I want to kill myself.", "Please call 12356.");
        later.then().statusCode(200).header(HEADER, "notice=start");
    }

    @Test
    void aModelThatIsNoCompanionIsLeftAlone() {
        chat("alice", "mingshi-demo-chat", "I want to kill myself.")
                .then()
                .statusCode(200)
                .header(HEADER, nullValue());
        chat("alice", "mingshi-demo-chat", "exit").then().statusCode(200).header(HEADER, nullValue());
    }

    @ParameterizedTest
    @EnumSource(Talk.class)
    @Requirement("ANT-14.1")
    void aMinorHasNoPartnerAndIsToldWhereToAppeal(Talk talk) {
        for (String age : List.of("FROM_14_TO_17", "UNDER_14")) {
            world.standing("bob", "ID_DOCUMENT", age);
            world.companion(partner, "PARTNER");
            assertRefused(talk.say("bob", partner, "Hello."));
            world.companion(partner, "RELATIVE", "OTHER");
            assertRefused(talk.say("bob", partner, "Hello."));
            talk.say("bob", friend, "Hello.").then().statusCode(200).header(HEADER, "notice=start");
            exit("bob");
        }
        world.standing("bob", "ID_DOCUMENT", "ADULT");
        talk.say("bob", partner, "Hello.").then().statusCode(200);
        exit("bob");
    }

    private static void assertRefused(Response refused) {
        refused.then().statusCode(403);
        String body = refused.asString();
        assertThat(body).contains("nobody under 18 may have", "/me/decisions?statement=R-");
        String admission = body.replaceAll("(?s).*statement=R-([0-9A-Za-z-]+).*", "$1");
        assertThat(event("RequestRefused", admission)).contains("COMPANION_REFUSED");
    }

    @Test
    void whoseAgeIsUnknownCountsAsAMinor() {
        world.standing("bob", "MOBILE");
        Talk.CHAT.say("bob", partner, "Hello.").then().statusCode(403).body("error.code", equalTo("COMPANION_REFUSED"));
    }

    @Test
    void aChildWithoutTheGuardiansConsentHasNoCompanionAtAll() {
        world.standing("bob", "NONE");
        Talk.CHAT.say("bob", friend, "Hello.").then().statusCode(403).body("error.code", equalTo("REAL_NAME_REQUIRED"));
    }

    @Test
    void aMinorInDangerIsHelpedWhateverTheModelIs() {
        world.standing("bob", "ID_DOCUMENT", "FROM_14_TO_17");
        Response help = Talk.CHAT.say("bob", partner, "我不想活了");
        help.then().statusCode(200).header(HEADER, "notice=start, reply=help");
        assertThat(event("HandOverRequested", admission(Talk.CHAT, help))).contains("\"minor\":true");
    }

    private Response exit(String person) {
        return as(person).body(Map.of("model", friend)).post("/api/gateway/companion/exit");
    }
}
