package io.mingshi.identity;

import io.mingshi.contracts.PersonId;

/// What asking authorities costs, and by which key an authority recognises a question that is asked again.
public interface Attempts {
    /// Sets aside what the question costs, in a transaction of its own. The same claim of the same person
    /// that got no answer within the last day gets the same key and costs nothing more.
    ///
    /// @return the idempotency key
    /// @throws io.mingshi.contracts.ProblemException `COST_CEILING_REACHED`
    String begin(PersonId person, Claim claim);

    /// The authority answered: the same claim would be a new question.
    void finish(String idempotencyKey);
}
