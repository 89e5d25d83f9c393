package io.mingshi.consent;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.mingshi.contracts.Audience;
import io.mingshi.contracts.ConsentId;
import io.mingshi.contracts.Modality;
import io.mingshi.contracts.ModelId;
import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.consent.ConsentDecisions;
import io.mingshi.contracts.consent.ConsentQuestion;
import io.mingshi.contracts.consent.SubjectQuestion;
import io.mingshi.testkit.Tokens;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/// How long a decision takes with many consents in the real database; not part of the tests.
///
/// ```
/// mvn -pl modules/consent test -Dtest=DecisionBenchmark -Dmingshi.consents=10000000
/// ```
@QuarkusTest
@WithTestResource(PlayedIdentity.class)
@EnabledIfSystemProperty(named = "mingshi.consents", matches = "\\d+")
class DecisionBenchmark {
    private static final long CONSENTS = Long.getLong("mingshi.consents", 0);
    private static final int WARM_UP = 5_000;
    private static final int QUESTIONS = 20_000;
    private static final ModelId MODEL = new ModelId("mingshi-demo-edit");
    private static final String SECONDARY = """
            alter table consent drop constraint consent_token_hash_key;
            drop index consent_requester; drop index consent_depicted; drop index consent_answered""";
    private static final String FILL = """
            insert into consent (id, token_hash, requester, modalities, models, purpose, notice_version, notice_handler,
                notice_contact, requested_at, valid_until, audience, depicted, answered_at, granted, evidence,
                evidence_hash, withdrawn_at)
            select 'C-' || n, md5(n::text), 'requester-' || n %% 100000, 'FACE_IMAGE', 'mingshi-demo-edit',
                'a greeting card ' || n %% 20, '2026-11-24', 'operator', 'contact', now() - interval '2 days',
                now() + interval '100 days', 'LIMITED', 'person-' || n %% 1000003, now() - interval '1 day', true,
                repeat('notice as shown, ', 10), md5(n::text),
                case when n %% 10 = 0 then now() - interval '1 hour' end
            from generate_series(1, %d) n""";
    private static final String INDEXES = """
            alter table consent add constraint consent_token_hash_key unique (token_hash);
            create index consent_requester on consent (requester, id desc);
            create index consent_depicted on consent (depicted, id desc);
            create index consent_answered on consent (depicted, requester, md5(purpose), id desc) where granted;
            vacuum analyze consent""";

    private static final String EMPTY =
            "alter table consent disable trigger user; alter table reminder disable trigger user; truncate consent cascade;"
                    + " alter table reminder enable trigger user; alter table consent enable trigger user";

    @Inject
    @DataSource("consent")
    AgroalDataSource dataSource;

    @Inject
    ConsentDecisions decisions;

    @TestHTTPResource("/api/consent/decisions/by-subject")
    URI bySubject;

    @Test
    void aDecisionIsFastHoweverManyConsentsThereAre() throws Exception {
        run(SECONDARY + ";" + FILL.formatted(CONSENTS) + ";" + INDEXES);
        try {
            measure();
        } finally {
            run(EMPTY);
        }
    }

    private void measure() throws Exception {
        System.out.printf("consents: %,d%n", CONSENTS);
        double bySubjectP99 = report("by depicted person, in process", DecisionBenchmark::nanos, this::askBySubject);
        double byIdP99 = report("by consent, in process", DecisionBenchmark::nanos, this::askById);
        String token = Tokens.ofService();
        try (var client = HttpClient.newHttpClient()) {
            report("by depicted person, over HTTP", DecisionBenchmark::nanos, n -> askOverHttp(client, token, n));
        }
        System.out.printf("decisions per second, 4 at a time: %,.0f%n", perSecond());
        assertThat(bySubjectP99).as("p99 in milliseconds").isLessThan(5);
        assertThat(byIdP99).as("p99 in milliseconds").isLessThan(5);
    }

    private interface Question {
        boolean ask(long n) throws Exception;
    }

    private interface Timer {
        long time(Question question, long n) throws Exception;
    }

    private static long nanos(Question question, long n) throws Exception {
        long start = System.nanoTime();
        boolean permitted = question.ask(n);
        long took = System.nanoTime() - start;
        assertThat(permitted).isEqualTo(n % 10 != 0);
        return took;
    }

    private static double report(String what, Timer timer, Question question) throws Exception {
        for (int i = 0; i < WARM_UP; i++) {
            timer.time(question, any());
        }
        long[] took = new long[QUESTIONS];
        for (int i = 0; i < QUESTIONS; i++) {
            took[i] = timer.time(question, any());
        }
        Arrays.sort(took);
        double p99 = took[QUESTIONS * 99 / 100] / 1e6;
        System.out.printf(
                "%s: p50 %.2f ms, p99 %.2f ms, longest %.2f ms of %,d%n",
                what, took[QUESTIONS / 2] / 1e6, p99, took[QUESTIONS - 1] / 1e6, QUESTIONS);
        return p99;
    }

    private double perSecond() throws Exception {
        Duration span = Duration.ofSeconds(10);
        long end = System.nanoTime() + span.toNanos();
        Callable<Long> asker = () -> {
            long count = 0;
            while (System.nanoTime() < end) {
                nanos(this::askBySubject, any());
                count++;
            }
            return count;
        };
        long total = 0;
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (Future<Long> one : threads.invokeAll(Collections.nCopies(4, asker))) {
                total += one.get();
            }
        }
        return total / (double) span.toSeconds();
    }

    private static long any() {
        return ThreadLocalRandom.current().nextLong(1, CONSENTS + 1);
    }

    private boolean askBySubject(long n) {
        return decisions
                .decide(new SubjectQuestion(
                        new PersonId("person-" + n % 1000003),
                        new PersonId("requester-" + n % 100000),
                        Modality.FACE_IMAGE,
                        "a greeting card " + n % 20,
                        MODEL,
                        Audience.PRIVATE,
                        null))
                .permitted();
    }

    private boolean askById(long n) {
        return decisions
                .decide(new ConsentQuestion(
                        new ConsentId("C-" + n),
                        new PersonId("requester-" + n % 100000),
                        Modality.FACE_IMAGE,
                        "a greeting card " + n % 20,
                        MODEL))
                .permitted();
    }

    private boolean askOverHttp(HttpClient client, String token, long n) throws Exception {
        String question = """
                {"subject":"person-%d","requester":"requester-%d","modality":"FACE_IMAGE",
                "purpose":"a greeting card %d","model":"mingshi-demo-edit","audience":"PRIVATE"}""".formatted(n % 1000003, n % 100000, n % 20);
        var request = HttpRequest.newBuilder(bySubject)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(question))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString()).body().contains("\"permitted\":true");
    }

    /// The indexes are built after the rows, which is faster; they are the ones of the migrations.
    private void run(String steps) throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("set synchronous_commit = off");
            statement.execute("set maintenance_work_mem = '512MB'");
            for (String step : steps.split(";\\s*(?=\\S)")) {
                long start = System.nanoTime();
                statement.execute(step);
                System.out.printf(
                        "%5.1f s  %s%n",
                        (System.nanoTime() - start) / 1e9,
                        step.strip().lines().findFirst().orElse(""));
            }
        }
    }
}
