package io.mingshi.records;

import io.mingshi.contracts.ConsentId;
import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.ProduceId;
import java.time.Instant;
import java.util.List;

/// Finds records by what they are about; every method is one question to the database, answered from an
/// index, and takes part in the current transaction.
public interface RecordIndex {
    /// The records that name the work, its admission, or a complaint about it, in the order in which they
    /// happened.
    List<KeptRecord> around(ProduceId work);

    /// What became of these consents, and the person's proofs of identity, in the order in which they
    /// happened.
    ///
    /// @param verification the type of the events that tell of a proof
    List<KeptRecord> behind(PersonId person, String verification, List<ConsentId> consents);

    /// The records that carry this id in this column, by position.
    ///
    /// @param after only those behind this position
    /// @param limit how many at most
    List<KeptRecord> by(Records.Column column, String id, long after, int limit);

    /// The records about a person and those that name the person, by position.
    List<KeptRecord> about(PersonId person, long after, int limit);

    /// What happened in a time, in order.
    ///
    /// @param from the first instant
    /// @param to the first instant after it
    /// @param after only records behind this position among those of the instant `from`
    List<KeptRecord> between(Instant from, Instant to, long after, int limit);

    /// The pictures whose fingerprints differ from this one in at most [#NEAR] bits, nearest first: all of
    /// them, up to the limit.
    ///
    /// @param fingerprint 64 hexadecimal digits
    List<Near> near(String fingerprint, int limit);

    /// The record at a position; empty when there is none.
    List<KeptRecord> at(long position);

    /// Bits of 256 in which fingerprints of the same picture may differ.
    int NEAR = 31;

    /// A record of a picture that looks much like the one asked for.
    ///
    /// @param distance in how many bits of 256 the fingerprints differ
    record Near(KeptRecord kept, int distance) {}
}
