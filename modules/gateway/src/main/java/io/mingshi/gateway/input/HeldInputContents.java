package io.mingshi.gateway.input;

/// Holds what people handed in while it waits, and after that what was refused, for an appeal.
public interface HeldInputContents {
    /// @throws io.mingshi.contracts.ProblemException `STORE_UNAVAILABLE`
    void keepInput(String review, byte[] content);

    /// @throws io.mingshi.contracts.ProblemException `STORE_UNAVAILABLE`
    byte[] showInput(String review);
}
