package io.mingshi.moderation;

import io.mingshi.contracts.PersonId;

/// Why an entry is in the library, and the two people who stand behind it.
public record Origin(String reason, String source, PersonId proposer, PersonId approver) {}
