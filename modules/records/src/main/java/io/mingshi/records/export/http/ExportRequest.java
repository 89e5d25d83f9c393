package io.mingshi.records.export.http;

import static io.mingshi.records.RecordsProblem.EXPORT_INVALID;

import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.ProduceId;
import io.mingshi.records.export.ExportScope;
import io.mingshi.records.export.OrderExport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The body of an order; one scope of the four.
///
/// @param from the first instant of the period, with `to`
/// @param to the first instant after it
/// @param caseId the ticket of a complaint
/// @param texts whether with the texts; true unless it says otherwise
record ExportRequest(
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String person,
        @Nullable String work,
        @Nullable String caseId,
        @Nullable Boolean texts,
        @Nullable String caseNumber,
        @Nullable String reason) {
    private static final int MAX_TICKET = 200;

    OrderExport.Wish wish() {
        return new OrderExport.Wish(
                scope(),
                texts == null || texts,
                Objects.requireNonNullElse(caseNumber, ""),
                Objects.requireNonNullElse(reason, ""));
    }

    private ExportScope scope() {
        List<ExportScope> scopes = new ArrayList<>();
        if (from != null && to != null) {
            scopes.add(new ExportScope.Period(from, to));
        }
        if (person != null) {
            scopes.add(new ExportScope.Person(new PersonId(person)));
        }
        if (work != null) {
            scopes.add(new ExportScope.Work(new ProduceId(work)));
        }
        if (caseId != null && !caseId.isBlank() && caseId.length() <= MAX_TICKET) {
            scopes.add(new ExportScope.Case(caseId));
        }
        if (scopes.size() != 1 || (from == null) != (to == null)) {
            throw EXPORT_INVALID.with("name one scope: from and to, or person, or work, or caseId");
        }
        return scopes.getFirst();
    }
}
