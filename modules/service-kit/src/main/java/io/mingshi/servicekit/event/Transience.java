package io.mingshi.servicekit.event;

import io.mingshi.contracts.Kind;
import io.mingshi.contracts.ProblemException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Set;

/// Tells a failure that passes (a part is down) from one that will repeat.
final class Transience {
    /// Classes of SQLSTATE that pass: connection, read-only or aborted transaction, rollback,
    /// resources, locks, operator intervention, system error.
    private static final Set<String> PASSING = Set.of("08", "25", "40", "53", "55", "57", "58");

    private Transience() {}

    static boolean of(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            boolean passes = switch (t) {
                case ProblemException e -> e.problem().kind() == Kind.UNAVAILABLE;
                case SQLTransientException _ -> true;
                case SQLException e ->
                    e.getSQLState() == null || PASSING.contains(e.getSQLState().substring(0, 2));
                case RollbackException _, SystemException _ -> t.getCause() == null;
                default -> false;
            };
            if (passes) {
                return true;
            }
        }
        return false;
    }
}
