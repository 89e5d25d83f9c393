package io.mingshi.gateway.generation;

import io.mingshi.contracts.ModelId;

/// Knows which upstream serves which model.
public interface Upstreams {
    /// @throws io.mingshi.contracts.ProblemException `NO_UPSTREAM`
    Upstream serving(ModelId model);
}
