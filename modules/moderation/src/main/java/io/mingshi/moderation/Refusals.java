package io.mingshi.moderation;

import java.util.List;

/// Where refused generations are kept; every method takes part in the current transaction.
public interface Refusals {
    void keep(RefusedGeneration refusal);

    /// The latest first.
    ///
    /// @param before only refusals with a smaller id; empty for the first page
    List<RefusedGeneration> latest(String before, int limit);
}
