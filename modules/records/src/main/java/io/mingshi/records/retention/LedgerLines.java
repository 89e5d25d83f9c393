package io.mingshi.records.retention;

import java.util.List;

/// The erasure ledger's lines that wait to be written, and what they do to a database that knows less; every
/// method takes part in the current transaction.
public interface LedgerLines {
    /// The next lines that nobody else is writing, in order.
    List<Line> waiting(int limit);

    void written(List<Line> lines);

    /// Destroys and restricts again what still is not.
    ///
    /// @return how many keys were there again
    int apply(List<LedgerEntry> entries);

    /// One line, without its end.
    record Line(long id, String text) {}
}
