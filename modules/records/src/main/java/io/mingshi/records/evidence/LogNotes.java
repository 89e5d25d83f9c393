package io.mingshi.records.evidence;

import io.mingshi.evidencelog.note.SignedNote;
import io.mingshi.records.NoteSigner;
import jakarta.inject.Singleton;

/// Signs with the key that is configured for the log.
@Singleton
class LogNotes implements NoteSigner {
    private final LogConfiguration configuration;

    LogNotes(LogConfiguration configuration) {
        this.configuration = configuration;
    }

    @Override
    public SignedNote sign(String text) {
        return configuration.signer().sign(text);
    }
}
