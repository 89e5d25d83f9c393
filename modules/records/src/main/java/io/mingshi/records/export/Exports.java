package io.mingshi.records.export;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Where exports are remembered; every method takes part in the current transaction, if there is one.
public interface Exports {
    void add(Export export);

    Optional<Export> find(String id);

    /// The same, and nobody else changes it before this transaction ends.
    Optional<Export> lock(String id);

    /// The newest.
    List<Export> newest(int limit);

    void approve(String id, Export.Approval approval);

    /// The oldest that the job has to work on.
    Optional<Export> next();

    void plan(String id, ExportPlan plan);

    void add(String id, Part part);

    /// The finished parts in their order.
    List<Part> parts(String id);

    void ready(Export.Ready ready);

    void fail(String id, String why, Instant at);

    /// Those whose time to be downloaded is over.
    List<Export> overdue(Instant now);

    void deleted(String id, Instant at);

    /// The right to work on exports, for one instance at a time; empty while another one has it. Not for use in a
    /// transaction.
    Optional<Turn> turn();

    /// A finished part.
    ///
    /// @param folder its name in the folder of the export
    /// @param last the position of its last record
    record Part(int number, String folder, long records, long last, long bytes) {}

    /// The right to work on exports.
    interface Turn extends AutoCloseable {
        /// @throws IllegalStateException when it was lost, with the connection to the database
        void check();

        @Override
        void close();
    }
}
