package io.mingshi.consent;

import static io.mingshi.consent.Journey.PURPOSE;
import static io.mingshi.consent.Journey.answer;
import static io.mingshi.consent.Journey.as;
import static io.mingshi.consent.Journey.ask;
import static io.mingshi.consent.Journey.asked;
import static io.mingshi.consent.Journey.grant;
import static io.mingshi.consent.Journey.invitation;
import static io.mingshi.consent.Journey.request;
import static io.mingshi.consent.Journey.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.agroal.api.AgroalDataSource;
import io.mingshi.consent.Journey.Asked;
import io.mingshi.testkit.Requirement;
import io.mingshi.testkit.Topic;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(PlayedIdentity.class)
class RequestTest {
    @Inject
    @DataSource("consent")
    AgroalDataSource dataSource;

    @BeforeEach
    void everybodyIsProven() {
        PlayedIdentity.reset();
    }

    @Test
    @Requirement("PIPL-17.1")
    void theNoticeNamesEveryItemOfTheLawInBothLanguages() {
        String token = ask("alice", with(request(), "audience", "PUBLIC"))
                .statusCode(201)
                .extract()
                .path("token");
        String chinese =
                invitation(token).body("audience", equalTo("PUBLIC")).extract().path("notice.zh");
        String english = invitation(token).extract().path("notice.en");
        assertThat(chinese)
                .contains("个人信息处理者：", "联系方式：")
                .contains("处理目的：" + PURPOSE, "处理方式：", "种类：图片中的人脸", "保存期限：", "有效至 20")
                .contains("行使方式和程序：", "撤回", "查阅、复制、更正", "删除", "投诉")
                .contains("敏感个人信息", "必要性及对您权益的影响：")
                .contains("公开范围：向公众公开")
                .doesNotContain("{");
        assertThat(english)
                .contains("Handler of the personal information: ", "Contact: ")
                .contains("Purpose: " + PURPOSE, "Method: ", "Kinds of personal information: your face", "Retention: ")
                .contains("Your rights and how to use them: ", "withdraw in one step", "copy", "deletion", "complain")
                .contains("sensitive", "Necessity and impact: ")
                .contains("Who may see what is made: anybody")
                .doesNotContain("{");
    }

    @Test
    @Requirement("PIPL-17.1")
    void everyVersionOfTheNoticeStaysReadableForEverybody() {
        RestAssured.get("/api/consent/notices")
                .then()
                .statusCode(200)
                .body("current", equalTo(Notice.CURRENT))
                .body("versions", contains("2026-11-22", "2026-11-24"));
        RestAssured.get("/api/consent/notices/2026-11-22")
                .then()
                .statusCode(200)
                .body("zh", containsString("处理目的"))
                .body("en", containsString("Purpose"))
                .body("hash", equalTo(Notice.wording("2026-11-22").hash()));
        RestAssured.get("/api/consent/notices/2020-01-01")
                .then()
                .statusCode(404)
                .body("code", equalTo("NO_SUCH_NOTICE"));
    }

    @Test
    void anAudienceThatIsNotNamedIsTheNarrowest() {
        invitation(asked().token()).body("audience", equalTo("PRIVATE"));
        ask("alice", with(request(), "audience", "EVERYBODY"))
                .statusCode(400)
                .body("code", equalTo("MALFORMED_REQUEST"));
    }

    @Test
    @Requirement("DSP-14.3")
    void theRequesterIsPromptedEachTimeTheLinkIsPassedOn() {
        Asked asked = asked();
        as("alice")
                .post("/api/consent/requests/" + asked.consent() + "/reminders")
                .then()
                .statusCode(200)
                .body("text", containsString("单独同意"));
        as("alice").get("/api/consent/consents/" + asked.consent()).then().body("reminders", hasSize(2));
        as("bob")
                .post("/api/consent/requests/" + asked.consent() + "/reminders")
                .then()
                .statusCode(404);
        Topic.of("consent").await(event -> event.contains("RequesterPrompted") && event.contains(asked.consent()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"DECEASED", "PUBLIC_FIGURE"})
    void thePolicyRefusesWithItsReasonAndTheRejectionIsAFact(String status) {
        String code = status.equals("DECEASED") ? "DECEASED_PERSON" : status;
        ask("alice", with(request(), "depicted", Map.of("status", status)))
                .statusCode(403)
                .body("code", equalTo(code))
                .body("detail", containsString("not made"));
        Topic.of("consent").await(event -> event.contains("ConsentRequestRejected") && event.contains(code));
    }

    @Test
    void aListedPublicFigureIsRefusedHoweverTheNameIsTyped() {
        String path = "/api/consent/public-figures/测试·名人";
        as("alice").body(Map.of("reason", "x")).put(path).then().statusCode(403);
        as("olga").body(Map.of("reason", "知名演员")).put(path).then().statusCode(200);
        ask("alice", with(request(), "depicted", Map.of("name", " 测试 名人")))
                .statusCode(403)
                .body("code", equalTo("PUBLIC_FIGURE"))
                .body("detail", containsString("知名演员"));
        as("olga").delete(path).then().statusCode(204);
        as("olga").delete(path).then().statusCode(404).body("code", equalTo("NOT_LISTED"));
        ask("alice", with(request(), "depicted", Map.of("name", "测试名人"))).statusCode(201);
    }

    @Test
    void whoIsNotTheNamedPersonDoesNotAnswer() throws SQLException {
        String token = ask("alice", with(request(), "depicted", Map.of("name", "张三")))
                .statusCode(201)
                .extract()
                .path("token");
        answer("bob", token, grant()).statusCode(403).body("code", equalTo("NAMED_OTHERWISE"));
        assertThat(rowsThatHold("张三")).isZero();
    }

    @Test
    void nobodyIsBesiegedWithRequests() throws SQLException {
        try (var connection = dataSource.getConnection();
                var insert = connection.prepareStatement(
                        "insert into consent (id, token_hash, requester, modalities, models, purpose, notice_version,"
                                + " notice_handler, notice_contact, requested_at, valid_until, audience)"
                                + " select 'ZZ-' || lpad(n::text, 6, '0'), 'hash-' || n, ?, 'VOICE', 'm', 'p', '2026-11-24', 'h', 'c',"
                                + " now() - (? || ' hours')::interval, now(), 'PRIVATE'"
                                + " from generate_series(?, ?) n")) {
            insert.setString(1, Journey.idOf("bob"));
            insert.setString(2, "25");
            insert.setInt(3, 1);
            insert.setInt(4, 200);
            insert.executeUpdate();
            ask("bob", request()).statusCode(201);
            insert.setString(2, "23");
            insert.setInt(3, 201);
            insert.setInt(4, 400);
            insert.executeUpdate();
        }
        ask("bob", request()).statusCode(429).body("code", equalTo("TOO_MANY_REQUESTS"));
        asked();
    }

    @Test
    void aConsentIsNeverDeleted() throws SQLException {
        Asked asked = asked();
        try (var connection = dataSource.getConnection();
                var delete = connection.createStatement()) {
            assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> delete.execute("delete from consent")))
                    .isInstanceOf(SQLException.class);
        }
        invitation(asked.token()).statusCode(200);
    }

    private long rowsThatHold(String text) throws SQLException {
        try (var connection = dataSource.getConnection();
                var select = connection.prepareStatement(
                        "select count(*) from consent c, outbox o where c::text like ? or o::text like ?")) {
            select.setString(1, "%" + text + "%");
            select.setString(2, "%" + text + "%");
            try (var rows = select.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }
}
