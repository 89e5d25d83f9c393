package io.mingshi.gateway.detection;

/// Holds pictures that were handed in with appeals, for as long as those wait.
public interface AppealPictures {
    /// @throws io.mingshi.contracts.ProblemException `STORE_UNAVAILABLE`
    void keep(String id, byte[] picture);

    byte[] show(String id);

    void forget(String id);
}
