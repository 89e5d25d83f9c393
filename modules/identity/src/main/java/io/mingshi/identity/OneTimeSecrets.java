package io.mingshi.identity;

import io.mingshi.contracts.PersonId;
import java.time.Duration;

/// Secrets that work once, for one person and one purpose, a few minutes long; only keyed hashes are kept.
public interface OneTimeSecrets {
    /// Wrong attempts after which a secret is worth nothing.
    int MAX_ATTEMPTS = 5;

    /// Replaces an earlier secret for the same target.
    ///
    /// @param target what the secret is good for, such as a mobile number
    void issue(PersonId person, String target, String secret, Duration validity);

    /// Counts an attempt, in a transaction of its own.
    ///
    /// @throws io.mingshi.contracts.ProblemException `CODE_WRONG`, the same whether the secret is wrong,
    /// too old, used, guessed at too often, or never existed
    void check(PersonId person, String target, String secret);

    /// Uses the secret up; takes part in the current transaction.
    ///
    /// @throws io.mingshi.contracts.ProblemException `CODE_WRONG` when somebody was faster
    void consume(PersonId person, String target);
}
