package io.mingshi.platform;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.mingshi.testkit.LocalStack;
import io.mingshi.testkit.TestRealm;
import io.mingshi.testkit.TestRealm.Someone;
import io.mingshi.testkit.Tokens;
import io.restassured.filter.cookie.CookieFilter;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;

/// Somebody with an account of their own and a device of their own, who uses one feature after the other over HTTP.
final class ProvenPerson {
    /// What a natural person is proven by.
    enum Way {
        ID_DOCUMENT,
        MOBILE,
        NATIONAL_IDENTITY
    }

    private static final String YES = "yes";
    private static final AtomicInteger PEOPLE = new AtomicInteger();
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    private final TestRealm realm = new TestRealm();
    private final Someone account = realm.newPerson();
    private final CookieFilter device = new CookieFilter();
    private final int serial = PEOPLE.incrementAndGet();
    private final Way way;
    private String token = logIn();

    private ProvenPerson(Way way, boolean proven) {
        this.way = way;
        if (proven && !isVerifiedAgain().equals(YES)) {
            throw new AssertionError(way + " proves nobody");
        }
    }

    ProvenPerson(Way way) {
        this(way, true);
    }

    static ProvenPerson unproven() {
        return new ProvenPerson(Way.ID_DOCUMENT, false);
    }

    /// What came of a feature, and what it brought.
    record Tried(String outcome, Response answer) {
        static Tried of(int expected, Response answer) {
            if (answer.statusCode() == expected) {
                return new Tried(YES, answer);
            }
            String code = answer.path("code");
            return new Tried(answer.statusCode() + " " + (code == null ? answer.path("error.code") : code), answer);
        }
    }

    String standsAsProven() {
        var standing = as().get("/api/identity/me").jsonPath();
        boolean stands = !standing.getString("standing.assurance").equals("NONE")
                && Boolean.FALSE.equals(standing.get("standing.minor"))
                && "ADULT".equals(standing.getString("standing.ageGroup"));
        return stands ? YES : "stands at " + standing.getString("standing.assurance");
    }

    String generatesWithAKey() {
        var issued = Tried.of(201, as().body(Map.of("name", "matrix")).post("/api/gateway/keys"));
        return issued.outcome().equals(YES)
                ? Tried.of(200, chat(issued.answer().path("key"))).outcome()
                : issued.outcome();
    }

    String uploads() {
        return Tried.of(
                        200,
                        given().filter(device)
                                .auth()
                                .oauth2(token)
                                .multiPart("purpose", "user_data")
                                .multiPart("file", "hours.txt", "nine to five".getBytes(UTF_8), "text/plain")
                                .post("/v1/files"))
                .outcome();
    }

    String publishes() {
        String work = chat(token).header("Mingshi-Produce-Id");
        return Tried.of(200, as().post("/api/gateway/works/" + work + "/publication"))
                .outcome();
    }

    String publishesAPicture() {
        String work = as().body(Map.of("model", "mingshi-demo-image", "prompt", "a harbour", "size", "512x512"))
                .post("/v1/images/generations")
                .header("Mingshi-Produce-Id");
        return Tried.of(200, as().post("/api/gateway/works/" + work + "/publication"))
                .outcome();
    }

    Tried asksForConsent() {
        var request = Map.of(
                "modalities",
                List.of("FACE_IMAGE"),
                "models",
                List.of("mingshi-demo-edit"),
                "purpose",
                "a greeting card",
                "days",
                30);
        return Tried.of(201, as().body(request).post("/api/consent/requests"));
    }

    String refusesAConsent() {
        String link = linkOfSomebodyElse();
        return Tried.of(200, as().body(Map.of("answer", "REFUSE")).post(link + "/answer"))
                .outcome();
    }

    String consentsAndWithdraws() {
        String link = linkOfSomebodyElse();
        var opened = Tried.of(201, anybody().body(proofFor(link)).post(link + "/visit"));
        if (!opened.outcome().equals(YES)) {
            return opened.outcome();
        }
        String visit = opened.answer().path("visit");
        String words = page(visit).post(link + "/visit/passcode").path("words.zh");
        page(visit).body(Map.of("words", words)).post(link + "/visit/passcode/answer");
        String notice = given().get(link).path("noticeVersion");
        var grant = Map.of("answer", "GRANT", "noticeVersion", notice, "separately", true);
        var granted = Tried.of(200, page(visit).body(grant).post(link + "/visit/answer"));
        return granted.outcome().equals(YES)
                ? Tried.of(200, page(visit).post(link + "/visit/withdrawal")).outcome()
                : granted.outcome();
    }

    String consentsAsGuardian() {
        String link = unproven().as().post("/api/identity/guardian-requests").path("link");
        var consent = Map.of("consent", true, "relation", "PARENT", "noticeVersion", "1");
        return Tried.of(201, as().body(consent).post("/api/identity/guardian-requests/" + link + "/consent"))
                .outcome();
    }

    String isDisclosedByTwo() {
        var asked = Map.of("person", account.id(), "caseNumber", "case-7", "reason", "a crime is investigated");
        String id =
                officer("olga").body(asked).post("/api/identity/disclosures").path("id");
        String one = "/api/identity/disclosures/" + id;
        var decision = Map.of("approve", true, "reason", "the order was seen");
        if (officer("olga").body(decision).post(one + "/decision").statusCode() != 403) {
            return "disclosed by one officer";
        }
        officer("otto").body(decision).post(one + "/decision");
        return Tried.of(200, officer("olga").post(one + "/reading")).outcome();
    }

    String copies() {
        return Tried.of(200, as().get("/api/identity/me/copy")).outcome();
    }

    String isVerifiedAgain() {
        return verified(proof(way, "/api/identity/mobile-codes", "/api/identity/national-challenges", as()));
    }

    String represents() {
        Map<String, String> organization = new TreeMap<>(Map.of("name", "名实有限公司", "creditCode", "91110000600037341L"));
        if (way == Way.NATIONAL_IDENTITY) {
            organization.putAll(proof(way, "", "/api/identity/national-challenges", as()));
        }
        organization.put("method", "ORGANIZATION");
        String outcome = verified(organization);
        String assurance = as().get("/api/identity/me").path("standing.assurance");
        return outcome.equals(YES) && !assurance.equals("ORGANIZATION") ? "stands at " + assurance : outcome;
    }

    /// What is known does not end the suspicion, what is held does: the mobile number, or the national credential.
    String comesBackAfterATakeOver() {
        as().post("/api/identity/me/hold").then().statusCode(204);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> realm.sessions(account).jsonPath().getList("").isEmpty());
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
            token = logIn();
            return as().get("/api/identity/me").statusCode() == 200;
        });
        if (standsAsProven().equals(YES)) {
            return "stands in spite of the suspicion";
        }
        String outcome =
                verified(proof(held(), "/api/identity/mobile-codes", "/api/identity/national-challenges", as()));
        return outcome.equals(YES) ? standsAsProven() : outcome;
    }

    String erases() {
        return Tried.of(204, as().delete("/api/identity/me")).outcome();
    }

    private Way held() {
        return way == Way.ID_DOCUMENT ? Way.MOBILE : way;
    }

    private Response chat(String bearer) {
        return given().auth()
                .oauth2(bearer)
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "model", "mingshi-demo-chat", "messages", List.of(Map.of("role", "user", "content", "hello"))))
                .post("/v1/chat/completions");
    }

    private String verified(Map<String, String> proof) {
        return Tried.of(201, as().body(proof).post("/api/identity/verifications"))
                .outcome();
    }

    private Map<String, String> proofFor(String link) {
        return proof(held(), link + "/visit/mobile-code", link + "/visit/national-challenge", anybody());
    }

    private Map<String, String> proof(Way by, String codes, String challenges, RequestSpecification asker) {
        return switch (by) {
            case ID_DOCUMENT -> Map.of("method", by.name(), "name", name(), "number", number());
            case MOBILE -> {
                String earlier = lastCode();
                asker.body(Map.of("mobile", mobile())).post(codes).then().statusCode(202);
                String code = Awaitility.await().until(this::lastCode, last -> !last.equals(earlier));
                yield Map.of("method", by.name(), "name", name(), "number", number(), "mobile", mobile(), "code", code);
            }
            case NATIONAL_IDENTITY -> {
                String challenge = asker.post(challenges).path("challenge");
                String credential = sandbox()
                        .body(Map.of("person", name() + serial, "challenge", challenge))
                        .post("/national/v1/sandbox/credentials")
                        .path("credential");
                yield Map.of("method", by.name(), "credential", credential, "challenge", challenge);
            }
        };
    }

    private static String name() {
        return "张三";
    }

    /// Constructed, and nobody else's in this test.
    private String number() {
        String digits = "11000019900101" + "%03d".formatted(serial);
        int sum = IntStream.range(0, digits.length())
                .map(i -> (digits.charAt(i) - '0') * WEIGHTS[i])
                .sum();
        return digits + "10X98765432".charAt(sum % 11);
    }

    private String mobile() {
        return "1390013%04d".formatted(serial);
    }

    private String lastCode() {
        var answer = sandbox().get("/v1/text-messages/" + mobile());
        return answer.statusCode() == 200 ? answer.path("message.parameters.code") : "";
    }

    private static String linkOfSomebodyElse() {
        return "/api/consent/invitations/"
                + new ProvenPerson(Way.ID_DOCUMENT).asksForConsent().answer().path("token");
    }

    private static RequestSpecification sandbox() {
        var stack = LocalStack.properties();
        return given().baseUri(stack.getProperty("authority.url"))
                .contentType(ContentType.JSON)
                .header("Authorization", "Bearer " + stack.getProperty("authority.key"));
    }

    private static RequestSpecification officer(String name) {
        return given().auth().oauth2(Tokens.of(name)).contentType(ContentType.JSON);
    }

    private static RequestSpecification page(String visit) {
        return anybody().header("Consent-Visit", visit);
    }

    private static RequestSpecification anybody() {
        return given().contentType(ContentType.JSON);
    }

    RequestSpecification as() {
        return given().filter(device).auth().oauth2(token).contentType(ContentType.JSON);
    }

    private String logIn() {
        return realm.logIn(account).then().statusCode(200).extract().path("access_token");
    }
}
