package io.mingshi.localstack.process;

/// Is told what each part is doing.
public interface Reporter {
    /// The named part is now in this state, doing what the words say.
    void report(String part, State state, String doing);
}
