package io.mingshi.records.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.management.OperatingSystemMXBean;
import io.mingshi.contracts.PersonId;
import io.mingshi.records.Evidence;
import io.mingshi.records.Header;
import io.mingshi.records.Links;
import io.mingshi.records.LogLedger;
import io.mingshi.records.Receipt;
import io.mingshi.records.Records;
import io.mingshi.records.RetentionClass;
import io.mingshi.servicekit.caller.Caller;
import io.mingshi.servicekit.caller.Role;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryUsage;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// How fast records are exported and verified. Not run by the build:
/// `_JAVA_OPTIONS=-XX:TieredStopAtLevel=4 mvn -pl modules/records test -Dtest=ExportBenchmark
/// -Dmingshi.benchmark.records=1000000`; without the option the tests run without the optimising compiler.
@QuarkusTest
@TestProfile(ExportBenchmark.ShortMargin.class)
class ExportBenchmark {
    private static final int RECORDS = Integer.getInteger("mingshi.benchmark.records", 100_000);
    private static final int BATCH = 1_000;
    private static final int PERSONS = 200;
    private static final String TEXT =
            "{\"specversion\":\"1.0\",\"data\":{\"prompt\":\"" + "一张生日贺卡 ".repeat(30) + "\"}}";

    @Inject
    Records records;

    @Inject
    LogLedger ledger;

    @Inject
    Evidence evidence;

    @Inject
    OrderExport orderExport;

    @Inject
    Exports exports;

    @Inject
    ExportSettings settings;

    /// A margin that is over soon.
    public static final class ShortMargin implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("mingshi.records.export.margin", "PT1S");
        }
    }

    @Test
    void recordsAreExportedAndVerified() throws Exception {
        Instant from = Instant.now();
        for (int first = 0; first < RECORDS; first += BATCH) {
            keep(first, Math.min(BATCH, RECORDS - first));
        }
        Instant to = Instant.now();
        long next = ledger.next();
        await().atMost(Duration.ofMinutes(10))
                .until(() -> evidence.size() >= next && to.plusSeconds(2).isBefore(Instant.now()));
        var wish = new OrderExport.Wish(new ExportScope.Period(from, to), true, "benchmark", "benchmark");
        String id = orderExport
                .order(wish, new Caller(new PersonId("olga"), Set.of(Role.OFFICER)), Role.OFFICER)
                .order()
                .id();
        orderExport.approve(id, new Caller(new PersonId("otto"), Set.of(Role.OFFICER)));
        long begun = 0;
        long processor = processor();
        long heap = 0;
        while (!(exports.find(id).orElseThrow() instanceof Export.Ready)) {
            if (begun == 0 && exports.find(id).orElseThrow() instanceof Export.Running) {
                begun = System.nanoTime();
                processor = processor();
            }
            heap = Math.max(heap, live());
            await().pollDelay(Duration.ofMillis(50)).until(() -> true);
        }
        long exported = System.nanoTime() - begun;
        var ready = (Export.Ready) exports.find(id).orElseThrow();
        report(
                "export",
                exported,
                String.format(
                        "%.1f s of processor time; %,d bytes; live heap of the service %d MiB",
                        (processor() - processor) / 1e9, ready.bytes(), heap >> 20));
        Path file = settings.folder(id).resolve(ready.file());
        long start = System.nanoTime();
        Verifier.Answer answer =
                Verifier.run(file, "-Xmx256m", "--key", evidence.key().toString());
        report("verify", System.nanoTime() - start, "heap of at most 256 MiB, the start of the process included");
        assertThat(answer.code()).as(answer.said()).isZero();
    }

    /// Of this process, so not of the database.
    private static long processor() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    /// What survived the last collections.
    private static long live() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .map(MemoryPoolMXBean::getCollectionUsage)
                .filter(usage -> usage != null)
                .mapToLong(MemoryUsage::getUsed)
                .sum();
    }

    private static void report(String what, long nanoseconds, String more) {
        System.out.printf(
                "BENCHMARK %s: %,d records in %.1f s, %,.0f records/s; %s%n",
                what, RECORDS, nanoseconds / 1e9, RECORDS / (nanoseconds / 1e9), more);
    }

    private void keep(int first, int count) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        List<Receipt> receipts = new ArrayList<>();
        for (int i = first; i < first + count; i++) {
            PersonId person = new PersonId("person-" + i % PERSONS);
            receipts.add(new Receipt(
                    new Header(
                            UUID.randomUUID().toString(),
                            now,
                            now,
                            RetentionClass.NETWORK_LOG,
                            "/mingshi/gateway",
                            Optional.empty(),
                            "io.mingshi.gateway.RequestAdmitted.v1",
                            "A-" + i,
                            person,
                            new Links(null, "A-" + i, null, null, null, null, null, null, null)),
                    TEXT));
        }
        QuarkusTransaction.requiringNew().run(() -> records.keep(receipts));
    }
}
