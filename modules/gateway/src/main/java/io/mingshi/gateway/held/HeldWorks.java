package io.mingshi.gateway.held;

import io.mingshi.gateway.work.Work;
import io.mingshi.servicekit.caller.Caller;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The records of works that are or were held.
public interface HeldWorks {
    /// The work that is held under this number, decided on or not.
    Optional<Work> find(String review);

    /// Those on which nobody has decided, oldest first, at most `limit`.
    List<Work> waiting(int limit);

    /// Keeps what a person decided; a later decision counts. Does nothing for a number that is not known here. Joins
    /// the transaction it is called in.
    void decide(String review, boolean released, Instant at);

    /// Keeps that a reviewer looked.
    void recordRead(Caller reviewer, String review);
}
