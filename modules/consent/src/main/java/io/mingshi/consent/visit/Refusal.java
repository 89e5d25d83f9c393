package io.mingshi.consent.visit;

import static io.mingshi.consent.ConsentProblem.CLAIM_WRONG;
import static io.mingshi.consent.ConsentProblem.IDENTITY_NOT_PROVEN;
import static io.mingshi.consent.ConsentProblem.TOO_MANY_TRIES;

import io.mingshi.contracts.ProblemException;
import io.mingshi.contracts.identity.VisitorRefusal;

/// What `identity` refuses a visitor, as problems of this module.
final class Refusal {
    private Refusal() {}

    static ProblemException of(VisitorRefusal refusal) {
        return switch (refusal.cause()) {
            case MALFORMED -> CLAIM_WRONG.with(refusal.words());
            case TOO_OFTEN -> TOO_MANY_TRIES.with(refusal.words());
            case NOT_PROVEN -> IDENTITY_NOT_PROVEN.with(refusal.words());
        };
    }
}
