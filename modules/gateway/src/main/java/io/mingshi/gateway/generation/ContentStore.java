package io.mingshi.gateway.generation;

import io.mingshi.labels.LabeledContent;

/// Holds works under their content hashes.
public interface ContentStore {
    /// Returns when the content is safely stored.
    ///
    /// @throws io.mingshi.contracts.ProblemException `STORE_UNAVAILABLE`
    void put(LabeledContent content);

    /// @throws io.mingshi.contracts.ProblemException `STORE_UNAVAILABLE`
    byte[] get(String sha256);
}
