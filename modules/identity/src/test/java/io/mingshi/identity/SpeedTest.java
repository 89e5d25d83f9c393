package io.mingshi.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingshi.contracts.PersonId;
import io.mingshi.testkit.Tokens;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/// How fast it is, on demand:
/// `mvn -pl modules/identity test -Dtest=SpeedTest -Dmingshi.measure=identity`.
@QuarkusTest
@EnabledIfSystemProperty(named = "mingshi.measure", matches = "identity")
class SpeedTest extends IdentityTest {
    private static final int AT_ONCE = 24;
    private static final Duration WARM_UP = Duration.ofSeconds(10);
    private static final Duration MEASURED = Duration.ofSeconds(20);

    @TestHTTPResource("/api/identity/standings/")
    URI standings;

    private final AtomicInteger next = new AtomicInteger();

    /// From the request that came in to the commit, the authority asked over HTTP each time; each another person.
    @Test
    void verifications() throws Exception {
        report("verifications", () -> verifyOneMore() != null);
    }

    /// Over HTTP with the token of another module.
    @Test
    void standings() throws Exception {
        prove(new PersonId("asked-for"));
        String token = "Bearer " + Tokens.ofService();
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(standings.resolve("asked-for"))
                    .header("Authorization", token)
                    .build();
            report(
                    "standings",
                    () -> client.send(request, BodyHandlers.ofString()).statusCode() == 200);
        }
    }

    private Identity.Proven verifyOneMore() {
        int number = next.incrementAndGet();
        String document = Numbers.withCheck("110000"
                + LocalDate.of(1950 + number / 365_000 % 50, 1, 1)
                        .plusDays(number / 1000 % 365)
                        .toString()
                        .replace("-", "")
                + "%03d".formatted(number % 1000));
        var request = new VerifyIdentity.Request(
                Method.ID_DOCUMENT, null, "张三", document, null, null, null, null, null, null);
        return verification.verify(
                new PersonId("person-" + number), request, new Origin("address " + number / 500, "device " + number));
    }

    private static void report(String what, Callable<Boolean> deed) throws Exception {
        run(deed, WARM_UP);
        long begin = System.nanoTime();
        int done = run(deed, MEASURED);
        double seconds = (System.nanoTime() - begin) / 1e9;
        System.out.printf("%s: %.0f a second, %d at once%n", what, done / seconds, AT_ONCE);
    }

    private static int run(Callable<Boolean> deed, Duration time) throws Exception {
        long end = System.nanoTime() + time.toNanos();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var done = threads.invokeAll(IntStream.range(0, AT_ONCE)
                    .<Callable<Integer>>mapToObj(_ -> () -> {
                        int count = 0;
                        while (System.nanoTime() < end) {
                            assertThat(deed.call()).isTrue();
                            count++;
                        }
                        return count;
                    })
                    .toList());
            int sum = 0;
            for (var one : done) {
                sum += one.get();
            }
            return sum;
        }
    }
}
