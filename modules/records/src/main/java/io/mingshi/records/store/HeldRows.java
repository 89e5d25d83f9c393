package io.mingshi.records.store;

import io.mingshi.records.jdbc.Sql;

/// Which rows of `record`, named `r`, a legal hold in force covers.
final class HeldRows {
    static final String CONDITION = """
            (exists (select 1 from legal_hold_in_force) and exists (select 1 from legal_hold_in_force h where h.everything
                or h.person in (r.person, r.counterpart) or h.work = r.work or h.admission = r.admission
                or h.ticket = r.ticket
                or (h.retention_class = r.retention_class and r.received_at >= h.from_at
                    and r.received_at < h.until_at)))""";

    /// Any number, the same in every process.
    private static final long DECIDING = 0x686f6c64L;

    private HeldRows() {}

    /// Until the end of the transaction nobody holds anything that is about to go, and nothing goes that is
    /// about to be held.
    static void decide(Sql sql) {
        sql.list("select pg_advisory_xact_lock(?)", _ -> true, DECIDING);
    }

    /// The same without waiting.
    static boolean tryToDecide(Sql sql) {
        return sql.list("select pg_try_advisory_xact_lock(?)", row -> row.getBoolean(1), DECIDING)
                .getFirst();
    }
}
