package io.mingshi.gateway.store;

import io.mingshi.contracts.AdmissionId;
import io.mingshi.contracts.ConsentId;
import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.event.GatewayEvent.RequestAdmitted;
import io.mingshi.contracts.event.GatewayEvent.RequestRefused;
import io.mingshi.contracts.event.ScreeningRecord;
import io.mingshi.contracts.identity.Assurance;
import io.mingshi.gateway.admission.Admission;
import io.mingshi.gateway.admission.AdmissionJournal;
import io.mingshi.gateway.admission.Refusal;
import io.mingshi.gateway.group.Group;
import io.mingshi.gateway.key.QuotaLedger.Outcome;
import io.mingshi.gateway.key.Reservations;
import io.mingshi.screening.Audience;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// Decisions, which are written several requests at a time.
@ApplicationScoped
class AdmissionTable implements AdmissionJournal {
    private final Sql sql;
    private final GatewayOutbox outbox;
    private final Reservations reservations;
    private final Group<AdmissionRows.Admitted, Outcome> admitted;
    private final Group<AdmissionRows.Refused, Boolean> refused;

    AdmissionTable(Sql sql, GatewayOutbox outbox, Reservations reservations, AdmissionRows rows) {
        this.sql = sql;
        this.outbox = outbox;
        this.reservations = reservations;
        this.admitted = new Group<>(rows::admitted);
        this.refused = new Group<>(rows::refused);
    }

    @Override
    public void admitted(Admission admission) {
        reservations.tell(admitted.join(new AdmissionRows.Admitted(
                admission, reservations.wanted(admission), outbox.written(event(admission)))));
    }

    private static RequestAdmitted event(Admission admission) {
        var grounds = admission.grounds();
        return new RequestAdmitted(
                admission.id(),
                admission.person(),
                grounds.assurance(),
                admission.prompt().model(),
                grounds.filingNumber(),
                grounds.consents(),
                grounds.screening(),
                admission.inputHash(),
                admission.signature(),
                admission.admittedAt());
    }

    /// Only what the screening let pass is admitted. What changes with time is asked anew: here stands the strictest.
    @Override
    public Optional<Stored> find(AdmissionId id) {
        return sql.query(AdmissionTable::stored, "select * from admission where id = ?", id.value()).stream()
                .findFirst();
    }

    private static Stored stored(ResultSet row) throws SQLException {
        List<ConsentId> consents = Stream.of(row.getString("consents").split(",", -1))
                .filter(consent -> !consent.isEmpty())
                .map(ConsentId::new)
                .toList();
        return new Stored(
                new PersonId(row.getString("person")),
                new Admission.Grounds(
                        Assurance.valueOf(row.getString("assurance")),
                        row.getString("filing_number"),
                        row.getString("model_version"),
                        consents,
                        new ScreeningRecord(
                                "input",
                                row.getString("verdict"),
                                row.getString("rule_id"),
                                row.getString("category"),
                                row.getLong("library_version"),
                                row.getString("library_hash")),
                        Audience.MINORS,
                        List.of()),
                Objects.requireNonNull(Sql.instant(row, "admitted_at")),
                row.getString("signature"));
    }

    @Override
    public void refused(Refusal refusal) {
        refused.join(new AdmissionRows.Refused(
                refusal,
                outbox.written(new RequestRefused(
                        refusal.admission(),
                        refusal.person(),
                        refusal.model(),
                        refusal.problem(),
                        refusal.detail(),
                        refusal.screening(),
                        refusal.inputHash(),
                        refusal.refusedAt()))));
    }
}
