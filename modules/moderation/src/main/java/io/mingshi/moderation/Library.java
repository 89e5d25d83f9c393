package io.mingshi.moderation;

import io.mingshi.contracts.moderation.LibraryEntry;
import java.util.List;
import java.util.Optional;

/// Where the feature library is kept, all versions of it; every method takes part in the current transaction.
public interface Library {
    Version current();

    /// As [#current], and nobody else changes the library until the transaction ends.
    Version currentForChange();

    Optional<Version> find(long version);

    /// The entries of that version in the order of their rules.
    List<LibraryEntry> entries(long version);

    void add(LibraryEntry entry, Origin origin, long since);

    void retire(List<String> ruleIds, long from);

    /// Puts the version in force and remembers which change made it.
    ///
    /// @param action `ADD`, `RETIRE` or `BATCH`
    /// @param what the number of the rule, or of the candidate
    void publish(Version version, String action, String what, Origin origin);
}
