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

    /// Ends the storage of this content; does nothing where there is none.
    ///
    /// @throws io.mingshi.contracts.ProblemException `STORE_UNAVAILABLE`
    void remove(String sha256);
}
