package io.mingshi.moderation.report;

/// The way to the authority.
public interface AuthorityChannel {
    /// Sends a report; the same number is the same report, however often it is sent.
    Outcome send(String number, String content);

    /// What came of an attempt.
    sealed interface Outcome {
        /// The authority has it.
        record Receipted(String receipt) implements Outcome {}

        /// It is not known that the authority has it.
        ///
        /// @param problem one clause that says why
        record Failed(String problem) implements Outcome {}
    }
}
