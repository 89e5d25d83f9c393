package io.mingshi.gateway.companion;

import io.mingshi.contracts.AdmissionId;
import io.mingshi.contracts.ModelId;
import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.event.ScreeningRecord;
import java.time.Duration;
import java.time.Instant;

/// Keeps sessions, so that neither a restart nor a second instance begins them anew.
public interface Sessions {
    /// Goes on with the session, or begins one where the latest message is longer ago than the gap.
    Session open(PersonId person, ModelId model, Instant now, Duration gap);

    /// Keeps that the person was told at this instant; does nothing when that session has ended meanwhile.
    void told(Session session, Instant at);

    /// @return whether there was one
    boolean end(PersonId person, ModelId model);

    /// Asks for a person to take over, once in a session.
    void handOver(Session session, Danger danger);

    /// Forgets sessions whose latest message is older.
    void forgetBefore(Instant instant);

    /// What was seen.
    ///
    /// @param inputHash SHA-256 of the input as screened
    record Danger(AdmissionId admission, boolean minor, ScreeningRecord screening, String inputHash) {}
}
