package io.mingshi.governance;

import io.mingshi.contracts.ModelId;
import java.util.List;
import java.util.Optional;

/// Where reviews are kept, for good; every method takes part in the current transaction.
public interface Reviews {
    /// As kept, and nobody else decides on it until the transaction ends.
    Optional<Review> findForChange(String id);

    /// Those of a model's version, the latest day first, of one day the latest decision.
    List<Review> of(ModelId model, String version);

    /// The latest of all, the newest first.
    List<Review> latest(int most);

    void keep(Review review);

    /// Adds what was decided.
    void decide(Review decided);
}
