package io.mingshi.records.export;

import io.mingshi.contracts.PersonId;
import io.mingshi.servicekit.caller.Role;
import java.time.Instant;

/// What somebody asked for.
///
/// @param texts whether with the texts of the records
/// @param caseNumber under which the authority asks
/// @param by who ordered it
/// @param role in which office
public record ExportOrder(
        String id,
        ExportScope scope,
        boolean texts,
        String caseNumber,
        String reason,
        PersonId by,
        Role role,
        Instant at) {
    /// Texts tell of persons, and so does which records a person has, or all people of a period: a second officer
    /// agrees before they leave.
    public boolean needsApproval() {
        return texts || scope instanceof ExportScope.Person || scope instanceof ExportScope.Period;
    }
}
