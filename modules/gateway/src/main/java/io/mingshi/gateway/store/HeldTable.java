package io.mingshi.gateway.store;

import io.mingshi.gateway.held.HeldWorks;
import io.mingshi.gateway.work.Work;
import io.mingshi.servicekit.caller.Caller;
import io.mingshi.servicekit.caller.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Works that a person has to look at.
@ApplicationScoped
@Transactional
class HeldTable implements HeldWorks {
    private final Sql sql;
    private final GatewayOutbox outbox;

    HeldTable(Sql sql, GatewayOutbox outbox) {
        this.sql = sql;
        this.outbox = outbox;
    }

    @Override
    public Optional<Work> find(String review) {
        return sql.query(WorkRecords::work, "select * from work where review = ?", review).stream()
                .findFirst();
    }

    @Override
    public List<Work> waiting(int limit) {
        return sql.query(
                WorkRecords::work,
                "select * from work where review is not null and released is null and state <> 'TAKEN_DOWN'"
                        + " order by held_at limit ?",
                limit);
    }

    @Override
    public void decide(String review, boolean released, Instant at) {
        sql.update(
                "update work set released = ?, review_decided_at = ? where review = ?"
                        + " and (review_decided_at is null or review_decided_at <= ?)",
                released,
                at,
                review,
                at);
    }

    @Override
    public void recordRead(Caller reviewer, String review) {
        outbox.recordRead(reviewer, reviewer.is(Role.REVIEWER) ? Role.REVIEWER : Role.OFFICER, "held-work", review);
    }
}
