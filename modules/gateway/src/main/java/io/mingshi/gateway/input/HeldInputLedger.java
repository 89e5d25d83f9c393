package io.mingshi.gateway.input;

import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.event.ScreeningRecord;
import io.mingshi.servicekit.caller.Caller;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Keeps what is or was held of what people handed in: of each content one item for each person.
public interface HeldInputLedger {
    /// Keeps it, with the request for a review, unless this person's same content is kept already.
    void hold(HeldInput input, ScreeningRecord verdict);

    /// What is or was held of this person with this content.
    Optional<HeldInput> of(PersonId owner, String sha256);

    Optional<HeldInput> find(String review);

    /// How many of this person's wait.
    int waitingOf(PersonId owner);

    /// Those on which nobody has decided, oldest first, at most `limit`.
    List<HeldInput> waiting(int limit);

    /// Keeps what a person decided; a later decision counts. Does nothing for a number that is not known here. Joins
    /// the transaction it is called in.
    void decide(String review, boolean released, String reason, Instant at);

    /// Keeps that a reviewer looked.
    void recordRead(Caller reviewer, String review);
}
