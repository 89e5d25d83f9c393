package io.mingshi.gateway.detection;

import io.mingshi.contracts.AdmissionId;
import io.mingshi.contracts.PersonId;
import io.mingshi.gateway.Media;
import io.mingshi.gateway.screening.Found;
import io.mingshi.servicekit.caller.Caller;
import io.mingshi.servicekit.caller.Role;
import java.util.List;
import java.util.Optional;

/// The records of detections, each change with the event that tells of it in one transaction.
public interface Detections {
    void keep(Detection detection);

    Optional<Detection> find(AdmissionId id);

    /// Those whose appeal waits, oldest first, at most `limit`.
    List<Detection> appealed(int limit);

    /// Whether this was cleared for this person, as showing no more people than that: the same file, or the same
    /// picture recompressed.
    ///
    /// @param declared of how many people a consent is named
    boolean cleared(PersonId person, Found found, int declared);

    /// Opens an appeal; false when the detection waits for no appeal any more.
    boolean appeal(AdmissionId id, Media picture, String reason);

    /// Decides an appeal; false when none waits.
    boolean decide(AdmissionId id, boolean cleared, String reason, PersonId by);

    /// Keeps that somebody looked at what a user handed in.
    void recordRead(Caller reader, Role privilege, String target);
}
