package io.mingshi.gateway.screening;

import static io.mingshi.gateway.GatewayProblem.CONTENT_UNREADABLE;
import static io.mingshi.gateway.GatewayProblem.REVIEW_UNAVAILABLE;

import io.mingshi.screening.media.UnscreenableException;
import io.mingshi.screening.media.UnscreenableException.Fault;
import java.util.function.Supplier;

/// Refuses what cannot be searched for people: where nobody can look, nothing is taken.
final class Unsearchable {
    private Unsearchable() {}

    /// @param what is looked for, as in "for faces"
    /// @throws io.mingshi.contracts.ProblemException `CONTENT_UNREADABLE` or `REVIEW_UNAVAILABLE`
    static <T> T told(String what, Supplier<T> search) {
        try {
            return search.get();
        } catch (UnscreenableException e) {
            var problem = e.fault() == Fault.CONTENT
                    ? CONTENT_UNREADABLE.with(String.valueOf(e.getMessage()))
                    : REVIEW_UNAVAILABLE.with("what you sent could not be searched " + what + ": try again later");
            problem.initCause(e);
            throw problem;
        }
    }
}
