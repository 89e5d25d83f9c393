package io.mingshi.governance.store;

import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.governance.PauseScope;
import io.mingshi.governance.Pause;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity
@Table(name = "pause")
class PauseRow extends PanacheEntityBase {
    @Id
    String scope;

    String reason;

    @Column(name = "paused_by")
    String pausedBy;

    @Column(name = "paused_at")
    Instant pausedAt;

    Pause pause() {
        return new Pause(PauseScope.valueOf(scope), reason, new PersonId(pausedBy), pausedAt);
    }
}
