package io.mingshi.records.retention;

import io.mingshi.contracts.PersonId;
import io.mingshi.records.RetentionClass;
import java.time.Instant;
import java.time.Period;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/// The only way in which records and the keys to their texts go; every method takes part in the current
/// transaction.
///
/// It refuses before the minimum is over, by the clock that it is given and by that of the database, and it
/// leaves out what is under a legal hold. No caller can tell it otherwise.
public interface Disposal {
    /// False when another instance is at it.
    boolean begin();

    /// Until the end of the transaction nobody holds what is about to go. To be called before it is looked at
    /// whether something is held, by whoever has locked nothing yet.
    void decide();

    /// The same for those who may not wait; false when somebody else is at it.
    boolean tryToDecide();

    /// All that there are, the oldest month first.
    List<Partition> partitions();

    /// Empty when nothing of this class and month is stored.
    Optional<Partition> partition(RetentionClass retentionClass, YearMonth month);

    /// Takes away what is not held, with the keys to it; what is held stays where it is.
    ///
    /// @param logged how many records are in the evidence log; a younger one keeps everything
    /// @throws io.mingshi.contracts.ProblemException `MINIMUM_NOT_OVER` or `EVIDENCE_UNAVAILABLE`
    Dropped drop(Partition partition, long logged, Instant now);

    /// Every key that a person has or had, oldest month first.
    List<SealKey> keys(PersonId person);

    /// Keys that still exist, are asked to be erased, and may be past their minimum; of anybody.
    List<SealKey> erasable(Instant now);

    /// Destroys a key, in the erasure ledger too.
    ///
    /// @throws io.mingshi.contracts.ProblemException `MINIMUM_NOT_OVER`
    void destroy(SealKey key, Instant now);

    /// Remembers that a person asked to be erased: whatever was received up to this month is only stored from
    /// now on.
    void restrict(PersonId person, Instant now);

    /// Forgets what no decision needs any more: starts of periods that are long over, and the names of keys
    /// to what is gone.
    void tidy(Period longest, Instant now);

    /// What went.
    ///
    /// @param count how many records went; none when everything is held
    /// @param held how many stayed
    /// @param first the lowest position that went
    /// @param last the highest
    record Dropped(long count, long held, long first, long last) {}
}
