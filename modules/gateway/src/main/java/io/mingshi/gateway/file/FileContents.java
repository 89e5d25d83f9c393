package io.mingshi.gateway.file;

import io.mingshi.contracts.ProblemException;

/// Holds the bytes of files, for each person apart.
public interface FileContents {
    /// Returns when the content is safely stored.
    ///
    /// @throws ProblemException `STORE_UNAVAILABLE`
    void put(PersonalFile file, byte[] content);

    /// @throws ProblemException `STORE_UNAVAILABLE`
    byte[] get(PersonalFile file);

    /// @throws ProblemException `STORE_UNAVAILABLE`
    void remove(PersonalFile file);
}
