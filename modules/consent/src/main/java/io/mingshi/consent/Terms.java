package io.mingshi.consent;

import io.mingshi.contracts.ConsentId;
import io.mingshi.contracts.PersonId;
import java.time.Instant;

/// What was asked, when, and until when it is to hold; it never changes after the request.
///
/// @param noticeVersion the version of the notice that the depicted person is shown
/// @param validUntil the first instant at which a consent no longer holds, and at which an invitation lapses
public record Terms(
        ConsentId id,
        PersonId requester,
        Scope scope,
        Handler handler,
        String noticeVersion,
        Instant requestedAt,
        Instant validUntil) {}
