package io.mingshi.gateway.store;

import io.mingshi.contracts.AdmissionId;
import io.mingshi.contracts.ConsentId;
import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.event.GatewayEvent.RequestAdmitted;
import io.mingshi.contracts.event.GatewayEvent.RequestRefused;
import io.mingshi.contracts.event.ScreeningRecord;
import io.mingshi.contracts.identity.Assurance;
import io.mingshi.gateway.Depiction;
import io.mingshi.gateway.admission.Admission;
import io.mingshi.gateway.admission.AdmissionJournal;
import io.mingshi.gateway.admission.Limits;
import io.mingshi.gateway.admission.Refusal;
import io.mingshi.screening.Audience;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The tables of decisions.
@ApplicationScoped
@Transactional
class AdmissionTable implements AdmissionJournal {
    private final Sql sql;
    private final GatewayOutbox outbox;
    private final Limits limits;

    AdmissionTable(Sql sql, GatewayOutbox outbox, Limits limits) {
        this.sql = sql;
        this.outbox = outbox;
        this.limits = limits;
    }

    @Override
    public void admitted(Admission admission) {
        limits.reserve(admission);
        var grounds = admission.grounds();
        var screening = grounds.screening();
        sql.update(
                "insert into admission values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
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
        if (admission.prompt().depicted().orElse(null) instanceof Depiction.People people) {
            grounds.consents().stream()
                    .distinct()
                    .forEach(consent -> sql.update(
                            "insert into admission_consent values (?, ?, ?)",
                            consent.value(),
                            admission.id().value(),
                            people.purpose()));
        }
        outbox.publish(new RequestAdmitted(
                admission.id(),
                admission.person(),
                grounds.assurance(),
                admission.prompt().model(),
                grounds.filingNumber(),
                grounds.consents(),
                screening,
                admission.inputHash(),
                admission.signature(),
                admission.admittedAt()));
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
        ScreeningRecord screening = refusal.screening();
        sql.update(
                "insert into refusal values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
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
        outbox.publish(new RequestRefused(
                refusal.admission(),
                refusal.person(),
                refusal.model(),
                refusal.problem(),
                refusal.detail(),
                screening,
                refusal.inputHash(),
                refusal.refusedAt()));
    }
}
