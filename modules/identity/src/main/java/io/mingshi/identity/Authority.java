package io.mingshi.identity;

import io.mingshi.contracts.identity.AgeGroup;
import org.jspecify.annotations.Nullable;

/// Whoever can say whether a claim is true: the issuer of documents, a carrier, a register, the national
/// service.
public interface Authority {
    /// What the authority found.
    enum Result {
        MATCH,
        MISMATCH,
        NO_RECORD
    }

    /// @param reference the authority's own number of this check
    /// @param scoped whom the national service confirmed; null from every other authority and without a match
    record Answer(Result result, String reference, Subject.@Nullable Scoped scoped) {
        public Answer(Result result, String reference) {
            this(result, reference, null);
        }

        /// As told by the national service.
        public static Answer of(String reference, String mark, AgeGroup age) {
            return new Answer(Result.MATCH, reference, new Subject.Scoped(mark, age));
        }
    }

    /// Asks, repeating what fails in passing; no transaction may be open.
    ///
    /// @param idempotencyKey by which the authority recognises the same question when it is asked again
    /// @throws io.mingshi.contracts.ProblemException `AUTHORITY_UNREACHABLE` when no usable answer came in
    /// time
    Answer check(Claim claim, String idempotencyKey);
}
