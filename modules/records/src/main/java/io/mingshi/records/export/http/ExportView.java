package io.mingshi.records.export.http;

import io.mingshi.records.export.Export;
import io.mingshi.records.export.ExportOrder;
import io.mingshi.records.export.archive.ExportFacts;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An export as it is shown.
///
/// @param records how many are done; null before it is known
/// @param total how many there were when it was planned; null before
/// @param bytes written so far, or of the file
/// @param sha256 of the file in hex
record ExportView(
        String id,
        String state,
        String scope,
        @Nullable String target,
        @Nullable Instant from,
        @Nullable Instant to,
        boolean texts,
        String caseNumber,
        String reason,
        String orderedBy,
        Instant orderedAt,
        @Nullable String approvedBy,
        @Nullable Long records,
        @Nullable Long total,
        @Nullable Long bytes,
        @Nullable String sha256,
        @Nullable Instant deleteAt,
        @Nullable String failure) {
    static ExportView of(Export export) {
        return switch (export) {
            case Export.AwaitingApproval e -> view(e.order(), "AWAITING_APPROVAL", Optional.empty(), new Made());
            case Export.Waiting e -> view(e.order(), "WAITING", e.approval(), new Made());
            case Export.Running e ->
                view(
                        e.order(),
                        "RUNNING",
                        e.approval(),
                        new Made(
                                e.progress().records(),
                                e.plan().total(),
                                e.progress().bytes(),
                                null,
                                null,
                                null));
            case Export.Ready e ->
                view(
                        e.order(),
                        "READY",
                        e.approval(),
                        new Made(e.plan().total(), e.plan().total(), e.bytes(), e.sha256(), e.deleteAt(), null));
            case Export.Failed e ->
                view(e.order(), "FAILED", e.approval(), new Made(null, null, null, null, null, e.why()));
            case Export.Deleted e -> view(e.order(), "DELETED", e.approval(), new Made());
        };
    }

    /// What there is of it.
    private record Made(
            @Nullable Long records,
            @Nullable Long total,
            @Nullable Long bytes,
            @Nullable String sha256,
            @Nullable Instant deleteAt,
            @Nullable String failure) {
        Made() {
            this(null, null, null, null, null, null);
        }
    }

    private static ExportView view(ExportOrder order, String state, Optional<Export.Approval> approval, Made made) {
        ExportFacts.Scope scope = order.scope().facts();
        return new ExportView(
                order.id(),
                state,
                scope.kind(),
                scope.target().isEmpty() ? null : scope.target(),
                scope.from(),
                scope.to(),
                order.texts(),
                order.caseNumber(),
                order.reason(),
                order.by().value(),
                order.at(),
                approval.map(agreed -> agreed.by().value()).orElse(null),
                made.records(),
                made.total(),
                made.bytes(),
                made.sha256(),
                made.deleteAt(),
                made.failure());
    }
}
