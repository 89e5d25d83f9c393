package io.mingshi.moderation;

import io.mingshi.contracts.PersonId;
import java.time.Instant;

/// A change of the library that one person wants and another has to approve.
public record Proposal(String id, Change change, String reason, String source, PersonId proposer, Instant proposedAt) {}
