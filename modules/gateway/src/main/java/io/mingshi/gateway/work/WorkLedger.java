package io.mingshi.gateway.work;

import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.ProduceId;
import io.mingshi.servicekit.caller.Caller;
import java.util.List;
import java.util.Optional;

/// The records of works, each change with the event that tells of it in one transaction.
public interface WorkLedger {
    Optional<Work> find(ProduceId produceId);

    /// The owner's newest works, at most `limit`.
    List<Work> ofOwner(PersonId owner, int limit);

    /// Makes it public; does nothing to one that is, or that was taken down.
    ///
    /// @param source the unit whose news it is; empty for what is no news
    void publish(Work work, String source);

    /// Takes it down; does nothing to one that is. Joins the transaction it is called in.
    void takeDown(ProduceId produceId, String reason);

    /// Serves it again as it was before; does nothing to one that is not taken down. Joins the transaction it is
    /// called in.
    void restore(ProduceId produceId, String reason);

    /// Keeps that an officer looked at somebody's work.
    void recordRead(Caller officer, ProduceId produceId);
}
