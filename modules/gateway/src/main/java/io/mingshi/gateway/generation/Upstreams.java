package io.mingshi.gateway.generation;

import io.mingshi.contracts.ModelId;
import io.mingshi.gateway.admission.Admission;

/// Knows which upstream serves which model.
public interface Upstreams {
    /// @throws io.mingshi.contracts.ProblemException `NO_UPSTREAM`
    Upstream serving(ModelId model);

    /// The model that answers this admission, or what answers in its place.
    /// @throws io.mingshi.contracts.ProblemException `NO_UPSTREAM`
    Upstream answering(Admission admission);
}
