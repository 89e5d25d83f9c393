package io.mingshi.records.evidence;

import io.mingshi.evidencelog.note.SignerKey;
import io.mingshi.records.Evidence;
import io.mingshi.records.LogLedger;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The evidence log of one folder and its writer, without an application around it.
public final class TestLog {
    public static final String ORIGIN = "records.example/log";

    private final LogConfiguration configuration;
    private final LogLedger ledger;
    private @Nullable LogWriter writer;

    /// @param key Base64 of the private key
    public TestLog(Path folder, String key, Optional<Path> witnesses, LogLedger ledger) {
        try {
            this.configuration = new LogConfiguration(folder, ORIGIN, key, witnesses);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.ledger = ledger;
    }

    public void start() {
        writer = new LogWriter(
                configuration, ledger, new Cosigning(configuration, Clock.systemUTC()), Clock.systemUTC());
        writer.start(new StartupEvent());
    }

    /// Returns when nothing is written any more.
    public void stop() {
        if (writer != null) {
            try {
                writer.stop(new ShutdownEvent());
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            writer = null;
        }
    }

    public Evidence evidence() {
        return new LogProofs(configuration);
    }

    public SignerKey signer() {
        return configuration.signer();
    }
}
