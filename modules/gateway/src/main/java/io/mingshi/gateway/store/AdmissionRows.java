package io.mingshi.gateway.store;

import io.mingshi.contracts.ConsentId;
import io.mingshi.contracts.event.ScreeningRecord;
import io.mingshi.gateway.Depiction;
import io.mingshi.gateway.admission.Admission;
import io.mingshi.gateway.admission.Refusal;
import io.mingshi.gateway.key.QuotaLedger;
import io.mingshi.gateway.key.QuotaLedger.Outcome;
import io.mingshi.gateway.key.QuotaLedger.Reservation;
import io.mingshi.servicekit.event.Outbox.Written;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The tables of decisions: those of several requests with their events and reservations in one transaction.
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
class AdmissionRows {
    private final Sql sql;
    private final GatewayOutbox outbox;
    private final QuotaLedger quotas;

    AdmissionRows(Sql sql, GatewayOutbox outbox, QuotaLedger quotas) {
        this.sql = sql;
        this.outbox = outbox;
        this.quotas = quotas;
    }

    record Admitted(Admission admission, Reservation reservation, Written event) {}

    record Refused(Refusal refusal, Written event) {}

    /// Nothing is kept of those whose quotas do not suffice.
    List<Outcome> admitted(List<Admitted> wanted) {
        List<Outcome> outcomes =
                quotas.reserve(wanted.stream().map(Admitted::reservation).toList());
        List<Admitted> kept = IntStream.range(0, wanted.size())
                .filter(i -> outcomes.get(i) instanceof Outcome.Reserved)
                .mapToObj(wanted::get)
                .toList();
        if (!kept.isEmpty()) {
            sql.updateAll(
                    "insert into admission values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    kept.stream().map(one -> row(one.admission())).toList());
            sql.updateAll(
                    "insert into admission_consent values (?, ?, ?)",
                    kept.stream().flatMap(one -> consents(one.admission())).toList());
            outbox.publish(kept.stream().map(Admitted::event).toList());
        }
        return outcomes;
    }

    private static @Nullable Object[] row(Admission admission) {
        var grounds = admission.grounds();
        var screening = grounds.screening();
        return Sql.row(
                admission.id().value(),
                admission.person().value(),
                grounds.assurance().name(),
                admission.prompt().model().value(),
                grounds.modelVersion(),
                grounds.filingNumber(),
                grounds.consents().stream().map(ConsentId::value).collect(Collectors.joining(",")),
                screening.libraryVersion(),
                screening.libraryHash(),
                admission.inputHash(),
                admission.signature(),
                admission.admittedAt(),
                screening.verdict(),
                screening.ruleId(),
                screening.category());
    }

    private static Stream<@Nullable Object[]> consents(Admission admission) {
        return admission.prompt().depicted().orElse(null) instanceof Depiction.People people
                ? admission.grounds().consents().stream()
                        .distinct()
                        .map(consent -> Sql.row(consent.value(), admission.id().value(), people.purpose()))
                : Stream.of();
    }

    List<Boolean> refused(List<Refused> refused) {
        sql.updateAll(
                "insert into refusal values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                refused.stream().map(one -> row(one.refusal())).toList());
        outbox.publish(refused.stream().map(Refused::event).toList());
        return Collections.nCopies(refused.size(), true);
    }

    private static @Nullable Object[] row(Refusal refusal) {
        ScreeningRecord screening = refusal.screening();
        return Sql.row(
                refusal.admission().value(),
                refusal.person().value(),
                refusal.model().value(),
                refusal.problem(),
                refusal.detail(),
                screening == null ? null : screening.ruleId(),
                screening == null ? null : screening.category(),
                screening == null ? null : screening.libraryVersion(),
                screening == null ? null : screening.libraryHash(),
                refusal.inputHash(),
                refusal.refusedAt());
    }
}
