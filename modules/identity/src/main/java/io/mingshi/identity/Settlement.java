package io.mingshi.identity;

import io.mingshi.contracts.PersonId;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/// What an authority's answer uses up: the code or challenge of the claim, and the key of the question.
///
/// It is used up in the transaction that keeps the outcome. When that is lost, by a kill in between, the same
/// claim is the same question still and costs nothing more.
@ApplicationScoped
class Settlement {
    private final Possession possession;
    private final Attempts attempts;

    Settlement(Possession possession, Attempts attempts) {
        this.possession = possession;
        this.attempts = attempts;
    }

    /// An answer, and under which key it was asked for.
    record Answered(Authority.Answer answer, String key) {}

    /// Counts an attempt at the code or challenge, in a transaction of its own.
    void check(PersonId holder, Claim claim, @Nullable String code) {
        possession.check(holder, claim, code);
    }

    /// For a match; takes part in the current transaction.
    void matched(PersonId holder, Claim claim, Answered answered) {
        possession.consume(holder, claim);
        attempts.finish(answered.key());
    }

    /// For everything else; takes part in the current transaction.
    void refused(Answered answered) {
        attempts.finish(answered.key());
    }
}
