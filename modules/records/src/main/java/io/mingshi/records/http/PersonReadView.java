package io.mingshi.records.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.mingshi.records.person.PersonRead;
import io.mingshi.records.person.PersonRead.State;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// @param state `OPEN`, `APPROVED` or `REFUSED`
/// @param until the requester may read before this instant
record PersonReadView(
        String request,
        String person,
        @JsonProperty("case") String caseReference,
        String reason,
        String requester,
        Instant requestedAt,
        String state,
        @Nullable String decider,
        @Nullable Instant decidedAt,
        @Nullable Instant until) {
    static PersonReadView of(PersonRead read) {
        return switch (read.state()) {
            case State.Open _ -> of(read, "OPEN", null, null, null);
            case State.Refused refused -> of(read, "REFUSED", refused.decider().value(), refused.decidedAt(), null);
            case State.Approved approved ->
                of(read, "APPROVED", approved.decider().value(), approved.decidedAt(), approved.until());
        };
    }

    private static PersonReadView of(
            PersonRead read,
            String state,
            @Nullable String decider,
            @Nullable Instant decidedAt,
            @Nullable Instant until) {
        return new PersonReadView(
                read.request(),
                read.person().value(),
                read.caseReference(),
                read.reason(),
                read.requester().value(),
                read.requestedAt(),
                state,
                decider,
                decidedAt,
                until);
    }
}
