package io.mingshi.gateway.store;

import io.mingshi.contracts.ConsentId;
import io.mingshi.contracts.event.GatewayEvent.RequestAdmitted;
import io.mingshi.contracts.event.GatewayEvent.RequestRefused;
import io.mingshi.contracts.event.ScreeningRecord;
import io.mingshi.gateway.Depiction;
import io.mingshi.gateway.Prompt;
import io.mingshi.gateway.admission.Admission;
import io.mingshi.gateway.admission.AdmissionJournal;
import io.mingshi.gateway.admission.Limits;
import io.mingshi.gateway.admission.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.stream.Collectors;

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
                "insert into admission values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
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
                admission.admittedAt());
        if (admission.prompt() instanceof Prompt.Edit edit && edit.depiction() instanceof Depiction.People people) {
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
