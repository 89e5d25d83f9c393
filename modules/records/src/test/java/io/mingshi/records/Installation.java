package io.mingshi.records;

import io.mingshi.contracts.event.Event;
import io.mingshi.records.evidence.TestLog;
import io.mingshi.records.store.TestStore;
import io.mingshi.servicekit.crypto.TestKeys;
import io.mingshi.servicekit.event.EventCodec;
import io.mingshi.servicekit.event.Received;
import io.mingshi.servicekit.id.Ids;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;

/// The parts of this module that keep records and write the evidence log, on a database and a folder of their
/// own.
public final class Installation implements AutoCloseable {
    private final TestDatabase database;
    private final TestStore store;
    private final TestLog log;
    private final KeepEvents keepEvents;
    private final EventCodec codec = new EventCodec();
    private final Ids ids = new Ids(Clock.systemUTC());

    public Installation(TestDatabase database, Path logFolder, Secrets secrets, Optional<Path> witnesses) {
        this.database = database;
        this.store = new TestStore(database.dataSource(), TestKeys.wrapping(secrets.kek()));
        this.log = new TestLog(logFolder, secrets.logKey(), witnesses, store.ledger());
        this.keepEvents = new KeepEvents(
                store.records(), store.progress(), (_, _) -> {}, Clock.tick(Clock.systemUTC(), Duration.ofNanos(1000)));
    }

    /// The keys that the database administrator does not have.
    public record Secrets(String kek, String logKey) {
        public static Secrets fresh() {
            return new Secrets(key(), key());
        }

        private static String key() {
            byte[] key = new byte[32];
            new SecureRandom().nextBytes(key);
            return Base64.getEncoder().encodeToString(key);
        }
    }

    /// Keeps facts in one transaction, as when they come over Kafka.
    ///
    /// @return the ids of their events
    public List<String> keep(String module, Event... events) {
        List<String> kept = new ArrayList<>();
        List<Received> received = new ArrayList<>();
        for (Event event : events) {
            String id = ids.next();
            kept.add(id);
            received.add(codec.decode(codec.encode(id, module, event, Instant.now(), null)));
        }
        database.inTransaction(() -> keepEvents.keep(received));
        return kept;
    }

    /// Keeps a fact as it is on the topic.
    ///
    /// @return its id
    public String keepText(String cloudEvent) {
        Received received = codec.decode(cloudEvent);
        database.inTransaction(() -> keepEvents.keep(List.of(received)));
        return received.envelope().id();
    }

    /// Waits until all that is kept is in the log.
    public void awaitLogged() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .ignoreExceptions()
                .until(() -> log.evidence().size() >= store.ledger().next());
    }

    public long position(String eventId) {
        return Long.parseLong(database.one("select position from record where event_id = '" + eventId + "'"));
    }

    public TestDatabase database() {
        return database;
    }

    public TestStore store() {
        return store;
    }

    public TestLog log() {
        return log;
    }

    @Override
    public void close() {
        log.stop();
        database.close();
    }
}
