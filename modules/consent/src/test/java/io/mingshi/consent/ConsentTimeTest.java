package io.mingshi.consent;

import static io.mingshi.consent.Journey.answer;
import static io.mingshi.consent.Journey.asked;
import static io.mingshi.consent.Journey.decide;
import static io.mingshi.consent.Journey.grant;
import static io.mingshi.consent.Journey.granted;
import static io.mingshi.consent.Journey.question;
import static io.mingshi.consent.Journey.withdraw;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.mingshi.consent.Journey.Asked;
import io.mingshi.contracts.Sha256;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PlayedIdentity.class)
class ConsentTimeTest {
    @Inject
    @DataSource("consent")
    AgroalDataSource dataSource;

    @BeforeEach
    void everybodyIsProven() {
        PlayedIdentity.reset();
    }

    @Test
    void aConsentEndsWithItsPeriod() throws SQLException {
        Asked asked = granted();
        letThePeriodEnd(asked);
        decide(question(asked.consent())).body("permitted", equalTo(false)).body("reason", containsString("period"));
        withdraw("bob", asked.consent()).statusCode(409);
    }

    @Test
    void anInvitationThatNobodyAnswersLapses() throws SQLException {
        Asked asked = asked();
        letThePeriodEnd(asked);
        answer("bob", asked.token(), grant()).statusCode(409).body("code", equalTo("LAPSED"));
    }

    @Test
    void ofManyAnswersAtOnceOneCounts() throws Exception {
        Asked asked = asked();
        assertThat(atOnce(() -> answer("bob", asked.token(), grant()).extract().statusCode()))
                .containsOnlyOnce(200)
                .containsOnly(200, 409);
    }

    @Test
    void ofManyWithdrawalsAtOnceOneCounts() throws Exception {
        Asked asked = granted();
        assertThat(atOnce(() -> withdraw("bob", asked.consent()).extract().statusCode()))
                .containsOnlyOnce(200)
                .containsOnly(200, 409);
    }

    @Test
    void theLinksSecretIsNotStoredAndTheEvidenceIs() throws SQLException {
        Asked asked = granted();
        try (var connection = dataSource.getConnection();
                var select = connection.prepareStatement(
                        "select c::text, evidence, evidence_hash from consent c where id = ?")) {
            select.setString(1, asked.consent());
            try (var rows = select.executeQuery()) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getString(1)).doesNotContain(asked.token());
                assertThat(rows.getString(2)).contains(Journey.PURPOSE, "处理目的", "separately");
                assertThat(Sha256.of(rows.getString(2))).isEqualTo(rows.getString(3));
            }
        }
    }

    private void letThePeriodEnd(Asked asked) throws SQLException {
        try (var connection = dataSource.getConnection();
                var update = connection.prepareStatement("update consent set valid_until = now() where id = ?")) {
            update.setString(1, asked.consent());
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }

    private static List<Integer> atOnce(Callable<Integer> deed) throws InterruptedException, ExecutionException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> done = threads.invokeAll(Collections.nCopies(12, deed));
            List<Integer> results = new ArrayList<>();
            for (Future<Integer> one : done) {
                results.add(one.get());
            }
            return results;
        }
    }
}
