package io.mingshi.governance;

import io.mingshi.contracts.governance.PauseScope;
import io.mingshi.contracts.governance.Pauses;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

/// Answers from what is committed at this instant; nothing is remembered between two questions.
@ApplicationScoped
class LocalPauses implements Pauses {
    private final PausedParts parts;

    LocalPauses(PausedParts parts) {
        this.parts = parts;
    }

    @Override
    @Transactional(TxType.REQUIRES_NEW)
    public boolean paused(PauseScope scope) {
        return parts.find(scope).isPresent();
    }
}
