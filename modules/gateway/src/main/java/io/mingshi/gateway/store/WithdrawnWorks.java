package io.mingshi.gateway.store;

import static io.mingshi.gateway.GatewayProblem.CONSENT_WITHDRAWN;

import io.mingshi.contracts.AdmissionId;
import io.mingshi.contracts.ConsentId;
import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.ProduceId;
import io.mingshi.contracts.event.GatewayEvent.WorkHidden;
import io.mingshi.gateway.work.Withdrawn;
import io.mingshi.gateway.work.Work;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/// Works whose depicted people withdrew.
@ApplicationScoped
@Transactional
class WithdrawnWorks implements Withdrawn {
    /// One lock for each consent.
    private static final String KEY = "hashtextextended('consent ' || ?, 0)";

    private final Sql sql;
    private final GatewayOutbox outbox;
    private final Clock clock;

    WithdrawnWorks(Sql sql, GatewayOutbox outbox, Clock clock) {
        this.sql = sql;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public void hideMadeUnder(ConsentId consent, Instant withdrawnAt) {
        sql.query(WithdrawnWorks::nothing, "select pg_advisory_xact_lock(" + KEY + ")", consent.value());
        sql.update(
                "insert into withdrawn_consent (consent, withdrawn_at) values (?, ?) on conflict do nothing",
                consent.value(),
                withdrawnAt);
        Instant now = clock.instant();
        sql.query(
                        row -> hidden(row, consent, now),
                        "update work set hidden_at = ?, hidden_for = ? where hidden_at is null and admission in"
                                + " (select admission from admission_consent where consent = ?)"
                                + " returning produce_id, admission, person",
                        now,
                        consent.value(),
                        consent.value())
                .forEach(outbox::publish);
    }

    /// Refuses to record anything under a consent that was withdrawn while it was being made.
    ///
    /// Nothing is missed by either side: a withdrawal waits for the recordings under its consent, and they for it.
    ///
    /// @throws io.mingshi.contracts.ProblemException `CONSENT_WITHDRAWN`
    void refuseIfWithdrawn(List<ConsentId> consents) {
        consents.stream().sorted(Comparator.comparing(ConsentId::value)).forEach(consent -> {
            sql.query(WithdrawnWorks::nothing, "select pg_advisory_xact_lock_shared(" + KEY + ")", consent.value());
            if (!sql.query(
                            WithdrawnWorks::nothing,
                            "select 1 from withdrawn_consent where consent = ?",
                            consent.value())
                    .isEmpty()) {
                throw CONSENT_WITHDRAWN.with(
                        "the consent " + consent + " was withdrawn while this was being made: it is not delivered");
            }
        });
    }

    @Override
    public List<Work> ofOwner(PersonId owner, int limit) {
        return sql.query(
                WorkRecords::work,
                "select * from work where person = ? and hidden_at is not null order by hidden_at desc limit ?",
                owner.value(),
                limit);
    }

    @Override
    public List<MadeUnder> of(ProduceId work) {
        return sql.query(
                row -> new MadeUnder(new ConsentId(row.getString("consent")), row.getString("purpose")),
                "select a.consent, a.purpose from admission_consent a join work w on w.admission = a.admission"
                        + " where w.produce_id = ? order by a.consent",
                work.value());
    }

    private static WorkHidden hidden(ResultSet row, ConsentId consent, Instant now) throws SQLException {
        return new WorkHidden(
                new AdmissionId(row.getString("admission")),
                new ProduceId(row.getString("produce_id")),
                new PersonId(row.getString("person")),
                consent,
                now);
    }

    private static boolean nothing(ResultSet row) {
        return true;
    }
}
