package io.mingshi.moderation.bank;

import java.util.List;
import java.util.Optional;

/// Where banks are kept; every method takes part in the current transaction.
public interface Banks {
    void keep(Bank bank);

    Optional<Bank> find(String id);

    /// The newest first.
    List<Bank> all(int limit);
}
