package io.mingshi.moderation.http;

import io.mingshi.contracts.PersonId;
import io.mingshi.moderation.Policy;
import io.mingshi.moderation.second.Deed;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;

/// What waits for a second person.
record DeedView(
        String deed,
        Deed.Kind kind,
        String target,
        PersonId person,
        Policy policy,
        String reason,
        List<String> evidence,
        PersonId proposer,
        Instant proposedAt) {
    static DeedView of(Deed deed) {
        return new DeedView(
                deed.id(),
                deed.kind(),
                deed.target(),
                deed.person(),
                deed.reasons().policy(),
                deed.reasons().reason(),
                deed.reasons().evidence(),
                deed.proposer(),
                deed.proposedAt());
    }

    /// Accepted, and done once somebody else confirms it.
    static Response waits(Deed deed) {
        return Response.status(Response.Status.ACCEPTED).entity(of(deed)).build();
    }
}
