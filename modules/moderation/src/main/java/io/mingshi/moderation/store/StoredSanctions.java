package io.mingshi.moderation.store;

import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.moderation.SanctionKind;
import io.mingshi.moderation.AbuseRule;
import io.mingshi.moderation.Policy;
import io.mingshi.moderation.Reasons;
import io.mingshi.moderation.sanction.Sanction;
import io.mingshi.moderation.sanction.Sanction.Cause;
import io.mingshi.moderation.sanction.SanctionLedger;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@Singleton
class StoredSanctions implements SanctionLedger {
    private final Sql sql;

    StoredSanctions(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void add(Sanction sanction) {
        PersonId second = sanction.second();
        sql.update(
                "insert into sanction values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                sanction.number(),
                sanction.person().value(),
                sanction.kind().name(),
                sanction.reasons().policy().name(),
                sanction.reasons().reason(),
                sanction.reasons().evidence(),
                sanction.at(),
                sanction.until(),
                sanction.by().value(),
                second == null ? null : second.value());
    }

    @Override
    public Optional<Sanction> findForChange(String number) {
        if (number.indexOf('\0') >= 0) {
            return Optional.empty();
        }
        return sql
                .query(StoredSanctions::sanction, "select * from sanction where number = ? for update", number)
                .stream()
                .findFirst();
    }

    @Override
    public List<Sanction> of(PersonId person, int limit) {
        return sql.query(
                StoredSanctions::sanction,
                "select * from sanction where person = ? order by imposed_at desc limit ?",
                person.value(),
                limit);
    }

    @Override
    public List<Sanction> inForce(PersonId person, Instant now) {
        return sql.query(
                StoredSanctions::sanction,
                "select * from sanction where person = ? and ended_at is null and (until is null or until > ?)",
                person.value(),
                now);
    }

    @Override
    public void end(String number, Sanction.End end) {
        sql.update(
                "update sanction set ended_at = ?, ended_cause = ?, ended_by = ? where number = ?",
                end.at(),
                end.cause().name(),
                end.by().value(),
                number);
    }

    @Override
    public List<Sanction> expired(Instant now, int limit) {
        return sql.query(
                StoredSanctions::sanction,
                "select * from sanction where ended_at is null and until <= ? order by until limit ?"
                        + " for update skip locked",
                now,
                limit);
    }

    @Override
    public Automatic automatic(PersonId person) {
        return sql.query(
                        row -> new Automatic(row.getLong(1), Optional.ofNullable(Sql.instantOrNull(row, "last"))),
                        "select count(*) filter (where ended_cause is distinct from 'APPEAL_UPHELD'),"
                                + " max(imposed_at) as last from sanction where person = ? and imposed_by = ?",
                        person.value(),
                        AbuseRule.PLATFORM.value())
                .getFirst();
    }

    private static Sanction sanction(ResultSet row) throws SQLException {
        String second = row.getString("second");
        return new Sanction(
                row.getString("number"),
                new PersonId(row.getString("person")),
                SanctionKind.valueOf(row.getString("kind")),
                new Reasons(
                        Policy.valueOf(row.getString("policy")), row.getString("reason"), Sql.texts(row, "evidence")),
                Sql.instant(row, "imposed_at"),
                Sql.instantOrNull(row, "until"),
                new PersonId(row.getString("imposed_by")),
                second == null ? null : new PersonId(second),
                end(row));
    }

    private static Sanction.@Nullable End end(ResultSet row) throws SQLException {
        Instant ended = Sql.instantOrNull(row, "ended_at");
        return ended == null
                ? null
                : new Sanction.End(
                        Cause.valueOf(row.getString("ended_cause")), new PersonId(row.getString("ended_by")), ended);
    }
}
