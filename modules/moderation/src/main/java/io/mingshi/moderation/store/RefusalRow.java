package io.mingshi.moderation.store;

import io.mingshi.contracts.AdmissionId;
import io.mingshi.contracts.ModelId;
import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.event.ScreeningRecord;
import io.mingshi.moderation.RefusedGeneration;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "refusal")
class RefusalRow extends PanacheEntityBase {
    @Id
    String event;

    String admission;
    String person;
    String model;
    String problem;
    String part;
    String verdict;

    @Column(name = "rule_id")
    @Nullable
    String ruleId;

    @Nullable
    String category;

    @Column(name = "library_version")
    long libraryVersion;

    @Column(name = "library_hash")
    String libraryHash;

    @Column(name = "input_hash")
    @Nullable
    String inputHash;

    @Column(name = "refused_at")
    Instant refusedAt;

    static RefusalRow of(RefusedGeneration refusal) {
        var row = new RefusalRow();
        row.event = refusal.id();
        row.admission = refusal.admission().value();
        row.person = refusal.person().value();
        row.model = refusal.model().value();
        row.problem = refusal.problem();
        row.part = refusal.screening().part();
        row.verdict = refusal.screening().verdict();
        row.ruleId = refusal.screening().ruleId();
        row.category = refusal.screening().category();
        row.libraryVersion = refusal.screening().libraryVersion();
        row.libraryHash = refusal.screening().libraryHash();
        row.inputHash = refusal.inputHash();
        row.refusedAt = refusal.refusedAt();
        return row;
    }

    RefusedGeneration refusal() {
        return new RefusedGeneration(
                event,
                new AdmissionId(admission),
                new PersonId(person),
                new ModelId(model),
                problem,
                new ScreeningRecord(part, verdict, ruleId, category, libraryVersion, libraryHash),
                inputHash,
                refusedAt);
    }
}
