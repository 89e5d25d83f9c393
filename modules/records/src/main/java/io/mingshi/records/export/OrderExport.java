package io.mingshi.records.export;

import static io.mingshi.records.RecordsProblem.EXPORT_INVALID;
import static io.mingshi.records.RecordsProblem.EXPORT_NEEDS_ANOTHER_OFFICER;
import static io.mingshi.records.RecordsProblem.EXPORT_NOT_READY;
import static io.mingshi.records.RecordsProblem.NO_SUCH_EXPORT;

import io.mingshi.contracts.event.RecordsEvent.ExportApproved;
import io.mingshi.contracts.event.RecordsEvent.ExportOrdered;
import io.mingshi.records.Announcements;
import io.mingshi.records.export.archive.ExportFacts;
import io.mingshi.servicekit.caller.Caller;
import io.mingshi.servicekit.caller.Role;
import io.mingshi.servicekit.id.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// Orders exports and agrees to them: one officer alone hands no text of a person to anybody.
///
/// What an authority asks for is given with its case number and reason
/// ([DSP-21](http://www.cac.gov.cn/2022-12/11/c_1672221949354811.htm)), and to no more people than that needs
/// ([PIPL-6](https://www.cac.gov.cn/2021-08/20/c_1631050028355286.htm)).
@ApplicationScoped
public class OrderExport {
    private static final int MAX_CASE = 200;
    private static final int MAX_REASON = 2_000;

    private final Exports exports;
    private final Announcements announcements;
    private final Ids ids;
    private final Clock clock;

    OrderExport(Exports exports, Announcements announcements, Ids ids, Clock clock) {
        this.exports = exports;
        this.announcements = announcements;
        this.ids = ids;
        this.clock = clock;
    }

    /// What somebody asks for.
    ///
    /// @param texts whether with the texts of the records
    public record Wish(ExportScope scope, boolean texts, String caseNumber, String reason) {
        /// A wish with all that it needs.
        public Wish {
            if (caseNumber.isBlank() || caseNumber.length() > MAX_CASE) {
                throw EXPORT_INVALID.with(
                        "name the case number of the authority, of at most " + MAX_CASE + " characters");
            }
            if (reason.isBlank() || reason.length() > MAX_REASON) {
                throw EXPORT_INVALID.with("name the reason, of at most " + MAX_REASON + " characters");
            }
        }
    }

    @Transactional
    public Export order(Wish wish, Caller caller, Role role) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (wish.scope() instanceof ExportScope.Period(Instant from, Instant to)
                && (!from.isBefore(to) || to.isAfter(now))) {
            throw EXPORT_INVALID.with("a period has a beginning before its end, and is over");
        }
        var order = new ExportOrder(
                ids.next(), wish.scope(), wish.texts(), wish.caseNumber(), wish.reason(), caller.person(), role, now);
        Export export = order.needsApproval()
                ? new Export.AwaitingApproval(order)
                : new Export.Waiting(order, Optional.empty());
        exports.add(export);
        announcements.publish(ordered(order));
        return export;
    }

    /// Another officer agrees.
    @Transactional
    public Export approve(String id, Caller officer) {
        Export export = exports.lock(id).orElseThrow(() -> NO_SUCH_EXPORT.with("no export has the id " + id));
        if (!(export instanceof Export.AwaitingApproval(ExportOrder order))) {
            throw EXPORT_NOT_READY.with("this export does not wait for an approval (any more): look at its state");
        }
        if (order.by().equals(officer.person())) {
            throw EXPORT_NEEDS_ANOTHER_OFFICER.with("you ordered this export: another officer must approve it");
        }
        var approval = new Export.Approval(officer.person(), clock.instant().truncatedTo(ChronoUnit.MICROS));
        exports.approve(id, approval);
        announcements.publish(new ExportApproved(id, approval.by(), approval.at()));
        return new Export.Waiting(order, Optional.of(approval));
    }

    private static ExportOrdered ordered(ExportOrder order) {
        ExportFacts.Scope scope = order.scope().facts();
        String target = order.scope() instanceof ExportScope.Period(Instant from, Instant to)
                ? from + "/" + to
                : scope.target();
        return new ExportOrdered(
                order.id(),
                scope.kind(),
                target,
                order.texts(),
                order.caseNumber(),
                order.reason(),
                order.by(),
                order.role().name(),
                order.at());
    }
}
