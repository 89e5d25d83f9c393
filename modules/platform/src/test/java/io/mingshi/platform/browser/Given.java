package io.mingshi.platform.browser;

import static io.restassured.RestAssured.given;

import io.mingshi.testkit.LocalStack;
import io.mingshi.testkit.Tokens;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;

/// What happened before a person opens a page.
final class Given {
    static final String DEPICTED = "李四";
    static final String DEPICTED_NUMBER = "360426199101010071";
    static final String PURPOSE = "奶奶八十岁生日贺卡";

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    private static final AtomicInteger MOBILES = new AtomicInteger();

    private Given() {}

    static void aliceIsVerified() {
        verified("alice", "张三", "11010519491231002X");
    }

    static void bobIsVerified() {
        verified("bob", "王五", "110000190001010012");
    }

    /// Bob shows that he holds his mobile number, as whoever consents with an account has to.
    static void bobShowedHisMobileNumber() {
        String mobile = mobile();
        as("bob")
                .body(Map.of("mobile", mobile))
                .post("/api/identity/mobile-codes")
                .then()
                .statusCode(202);
        as("bob")
                .body(Map.of(
                        "method",
                        "MOBILE",
                        "name",
                        "王五",
                        "number",
                        "110000190001010012",
                        "mobile",
                        mobile,
                        "code",
                        codeSentTo(mobile)))
                .post("/api/identity/verifications")
                .then()
                .statusCode(201);
    }

    private static RequestSpecification as(String person) {
        return given().auth().oauth2(Tokens.of(person)).contentType(ContentType.JSON);
    }

    private static void verified(String person, String name, String number) {
        given().auth()
                .oauth2(Tokens.of(person))
                .contentType(ContentType.JSON)
                .body(Map.of("method", "ID_DOCUMENT", "name", name, "number", number))
                .post("/api/identity/verifications")
                .then()
                .statusCode(201);
    }

    /// Alice asks somebody for consent.
    ///
    /// @return the path of the link
    static String aLink() {
        aliceIsVerified();
        String token = given().auth()
                .oauth2(Tokens.of("alice"))
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "modalities",
                        List.of("FACE_IMAGE"),
                        "models",
                        List.of("mingshi-demo-edit"),
                        "purpose",
                        PURPOSE,
                        "days",
                        30))
                .post("/api/consent/requests")
                .then()
                .statusCode(201)
                .extract()
                .path("token");
        return "/consent/" + token;
    }

    /// A constructed number of somebody who is ten years old today.
    static String numberOfAChild() {
        LocalDate born = LocalDate.now(ZoneId.of("Asia/Shanghai")).minusYears(10);
        String digits = "110000" + born.format(DateTimeFormatter.BASIC_ISO_DATE) + "001";
        int sum = IntStream.range(0, digits.length())
                .map(i -> (digits.charAt(i) - '0') * WEIGHTS[i])
                .sum();
        return digits + "10X98765432".charAt(sum % "10X98765432".length());
    }

    /// What the person's device makes for this challenge of the national service, which the sandbox plays.
    static String credential(String person, String challenge) {
        return sandbox()
                .contentType(ContentType.JSON)
                .body(Map.of("person", person, "challenge", challenge))
                .post("/national/v1/sandbox/credentials")
                .then()
                .statusCode(200)
                .extract()
                .path("credential");
    }

    /// A mobile number that no other journey uses: a number gets a few codes a day.
    static String mobile() {
        return "1380013%04d".formatted(MOBILES.incrementAndGet());
    }

    /// What the sandbox's gateway for text messages sent to this number.
    static String codeSentTo(String mobile) {
        return Awaitility.await()
                .until(() -> sandbox().get("/v1/text-messages/" + mobile), answer -> answer.statusCode() == 200)
                .path("message.parameters.code");
    }

    private static RequestSpecification sandbox() {
        var stack = LocalStack.properties();
        return given().baseUri(stack.getProperty("authority.url"))
                .header("Authorization", "Bearer " + stack.getProperty("authority.key"));
    }

    static String worth(String receipt) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("receipt", receipt))
                .post("/api/consent/receipts/check")
                .then()
                .statusCode(200)
                .extract()
                .path("worth");
    }
}
