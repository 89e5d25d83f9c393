package io.mingshi.governance.store;

import io.mingshi.contracts.ContentKind;
import io.mingshi.contracts.ModelId;
import io.mingshi.contracts.PersonId;
import io.mingshi.governance.Waiver;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "waiver")
class WaiverRow extends PanacheEntityBase {
    @Id
    String id;

    String model;
    String kind;
    String reason;

    @Column(name = "waived_by")
    String waivedBy;

    @Column(name = "valid_until")
    Instant validUntil;

    @Column(name = "waived_at")
    Instant waivedAt;

    @Column(name = "ended_at")
    @Nullable
    Instant endedAt;

    static WaiverRow of(Waiver waiver) {
        var row = new WaiverRow();
        row.id = waiver.id();
        row.model = waiver.model().value();
        row.kind = waiver.kind().name();
        row.reason = waiver.reason();
        row.waivedBy = waiver.by().value();
        row.validUntil = waiver.until();
        row.waivedAt = waiver.at();
        return row;
    }

    Waiver waiver() {
        return new Waiver(
                id,
                new ModelId(model),
                ContentKind.valueOf(kind),
                reason,
                new PersonId(waivedBy),
                validUntil,
                waivedAt);
    }
}
