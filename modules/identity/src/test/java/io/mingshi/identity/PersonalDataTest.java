package io.mingshi.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.ProblemException;
import io.mingshi.testkit.Requirement;
import io.mingshi.testkit.Tokens;
import io.mingshi.testkit.Topic;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PersonalDataTest extends IdentityTest {
    @Test
    @Requirement("IDN-5")
    void personalDataIsShownMaskedAndKeptEncrypted() throws SQLException {
        verifyByMobile("alice", "张三丰", MOBILE).statusCode(201);

        me("alice")
                .body("personalData.name", equalTo("张**"))
                .body("personalData.number", equalTo("110*************2X"))
                .body("personalData.mobile", equalTo("138******00"));
        assertThat(database.everything())
                .isNotEmpty()
                .allSatisfy(value -> assertThat(value).doesNotContain(NUMBER, MOBILE, "张三丰", "1949"));
    }

    @Test
    @Requirement("IDN-5")
    void noLogLineAndNoProblemTellsTheNumber() {
        try (var log = new LogLines()) {
            verifyByMobile("alice", "张三丰", MOBILE).statusCode(201);
            String problem = verify("bob", document("故障张三丰", NUMBER)).extract().asString();
            assertThat(problem).contains("AUTHORITY_UNREACHABLE").doesNotContain(NUMBER, "张三丰");
            assertThat(log.lines())
                    .isNotEmpty()
                    .allSatisfy(line -> assertThat(line).doesNotContain(NUMBER, MOBILE, "张三丰"));
        }
    }

    @Test
    @Requirement("IDN-5")
    void oneIdentityIsProvenOnThreeAccountsAtMostEvenAtOnce() throws Exception {
        List<Callable<Boolean>> attempts = IntStream.range(0, 8)
                .<Callable<Boolean>>mapToObj(i -> () -> isVerified(new PersonId("person-" + i)))
                .toList();
        long verified;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            verified = threads.invokeAll(attempts).stream()
                    .filter(attempt -> attempt.resultNow())
                    .count();
        }
        assertThat(verified).isEqualTo(Identities.MAX_ACCOUNTS_PER_IDENTITY);
        verify("alice", document("张三丰", "11010519491231002x")).statusCode(403).body("code", equalTo("NOT_CONFIRMED"));
        Topic.of("identity").await(text -> text.contains("VerificationFailed") && text.contains("TOO_MANY_ACCOUNTS"));
    }

    @Test
    void anErasedPersonStandsAtNothingAtOnceAndForGood() throws SQLException {
        verify("carol", document("张三丰", NUMBER)).statusCode(201);
        String carol = me("carol").extract().path("standing.person");
        assertThat(database.keys()).isEqualTo(1);

        as("carol").delete("/api/identity/me").then().statusCode(204);
        as("carol").delete("/api/identity/me").then().statusCode(204);

        assertThat(database.keys()).isZero();
        me("carol").body("standing.assurance", equalTo("NONE")).body("personalData", nullValue());
        RestAssured.given()
                .auth()
                .oauth2(Tokens.ofService())
                .get("/api/identity/standings/" + carol)
                .then()
                .body("assurance", equalTo("NONE"))
                .body("minor", nullValue());
        verify("carol", document("张三丰", NUMBER)).statusCode(409).body("code", equalTo("ERASED"));
        Topic.of("identity").await(text -> text.contains("PersonErased") && text.contains(carol));
    }

    private boolean isVerified(PersonId person) {
        try {
            var request = new VerifyIdentity.Request(
                    Method.ID_DOCUMENT, null, "张三丰", NUMBER, null, null, null, null, null, null);
            verification.verify(person, request, new Origin("address", "device of " + person));
            return true;
        } catch (ProblemException e) {
            assertThat(e.problem()).isEqualTo(IdentityProblem.NOT_CONFIRMED);
            return false;
        }
    }
}
