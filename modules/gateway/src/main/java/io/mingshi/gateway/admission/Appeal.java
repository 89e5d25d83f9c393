package io.mingshi.gateway.admission;

import static io.mingshi.gateway.GatewayProblem.COMPANION_REFUSED;
import static io.mingshi.gateway.GatewayProblem.CONSENT_REFUSED;
import static io.mingshi.gateway.GatewayProblem.CONSENT_WITHDRAWN;
import static io.mingshi.gateway.GatewayProblem.DEPICTION_UNDECLARED;
import static io.mingshi.gateway.GatewayProblem.INPUT_BLOCKED;
import static io.mingshi.gateway.GatewayProblem.OUTPUT_BLOCKED;
import static io.mingshi.gateway.GatewayProblem.REAL_NAME_REQUIRED;

import io.mingshi.contracts.AdmissionId;
import io.mingshi.contracts.Problem;
import io.mingshi.contracts.ProblemException;
import java.util.Set;

/// Tells with a refusal where its reasons are and where to appeal.
///
/// `moderation` issues a statement of reasons for the same problems, under a number that follows from the
/// request's.
public final class Appeal {
    private static final Set<Problem> EXPLAINED = Set.of(
            INPUT_BLOCKED,
            OUTPUT_BLOCKED,
            COMPANION_REFUSED,
            CONSENT_REFUSED,
            CONSENT_WITHDRAWN,
            DEPICTION_UNDECLARED,
            REAL_NAME_REQUIRED);

    private Appeal() {}

    /// The same refusal, with the address where a refusal of this kind has one.
    public static ProblemException offered(ProblemException refusal, AdmissionId request) {
        return EXPLAINED.contains(refusal.problem())
                ? refusal.problem()
                        .with(refusal.detail() + "; reasons and appeal at /me/decisions?statement=R-" + request)
                : refusal;
    }
}
