package io.mingshi.records.verification;

import io.agroal.api.AgroalDataSource;
import io.mingshi.records.RetentionClass;
import io.mingshi.records.jdbc.Sql;
import io.mingshi.records.verification.Expirations.ClassAndMonth;
import io.mingshi.records.verification.Finding.Place;
import io.mingshi.records.verification.Verification.Found;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The tables `verification_finding` and `verification_expired`.
@Singleton
class FindingRows {
    private final Sql sql;

    FindingRows(@DataSource("records") AgroalDataSource dataSource) {
        this.sql = new Sql(dataSource, "the findings of a verification");
    }

    void add(String id, List<Finding> findings) {
        findings.forEach(finding -> insert(id, finding));
    }

    void remove(String id, Collection<Long> numbers) {
        numbers.forEach(number ->
                sql.update("delete from verification_finding where verification = ? and number = ?", id, number));
    }

    void expired(String id, Map<ClassAndMonth, Long> counts) {
        counts.forEach((what, count) -> sql.update(
                "insert into verification_expired (verification, retention_class, month, count)"
                        + " values (?, ?, ?, ?) on conflict (verification, retention_class, month)"
                        + " do update set count = verification_expired.count + excluded.count",
                id,
                what.retentionClass().name(),
                what.month().toString(),
                count));
    }

    List<Found> of(String id, long after, int limit) {
        return sql.list(
                "select number, kind, position, event_id, sentence from verification_finding"
                        + " where verification = ? and number > ? order by number limit ?",
                row -> new Found(
                        row.getLong(1), row.getString(2), (Long) row.getObject(3), row.getString(4), row.getString(5)),
                id,
                after,
                limit);
    }

    /// What was deleted, by the numbers of the findings.
    Map<Long, Finding.Deleted> deleted(String id) {
        Map<Long, Finding.Deleted> deleted = new HashMap<>();
        sql.list(
                        "select number, position, event_id, retention_class, received_at from verification_finding"
                                + " where verification = ? and kind = 'Deleted'",
                        row -> Map.entry(
                                row.getLong(1),
                                new Finding.Deleted(
                                        new Place(row.getLong(2), row.getString(3)),
                                        RetentionClass.valueOf(row.getString(4)),
                                        Sql.instant(row, 5))),
                        id)
                .forEach(entry -> deleted.put(entry.getKey(), entry.getValue()));
        return deleted;
    }

    /// Whose keys were destroyed, by the numbers of the findings.
    Map<Long, Destroyed> destroyed(String id) {
        Map<Long, Destroyed> destroyed = new HashMap<>();
        sql.list(
                        "select number, person_hash, retention_class, received_at from verification_finding"
                                + " where verification = ? and kind = 'KeyDestroyed'",
                        row -> Map.entry(
                                row.getLong(1),
                                new Destroyed(
                                        row.getString(2),
                                        RetentionClass.valueOf(row.getString(3)),
                                        Expirations.month(Sql.instant(row, 4)))),
                        id)
                .forEach(entry -> destroyed.put(entry.getKey(), entry.getValue()));
        return destroyed;
    }

    Map<ClassAndMonth, Long> expired(String id) {
        Map<ClassAndMonth, Long> expired = new HashMap<>();
        sql.list(
                        "select retention_class, month, count from verification_expired where verification = ?",
                        row -> Map.entry(
                                new ClassAndMonth(
                                        RetentionClass.valueOf(row.getString(1)), YearMonth.parse(row.getString(2))),
                                row.getLong(3)),
                        id)
                .forEach(entry -> expired.put(entry.getKey(), entry.getValue()));
        return expired;
    }

    private void insert(String id, Finding finding) {
        Subject subject = Subject.of(finding);
        sql.update(
                "insert into verification_finding (verification, kind, position, event_id, sentence, person_hash,"
                        + " retention_class, received_at) values (?, ?, ?, ?, ?, ?, ?, ?)",
                id,
                finding.kind(),
                finding.where().map(Place::position).orElse(null),
                finding.where().map(Place::eventId).orElse(null),
                finding.sentence().replace("\0", ""),
                subject.personHash(),
                subject.retentionClass(),
                subject.receivedAt());
    }

    /// What a finding is about, where it may turn out to be explained.
    private record Subject(
            @Nullable String personHash,
            @Nullable String retentionClass,
            @Nullable Instant receivedAt) {
        static Subject of(Finding finding) {
            return switch (finding) {
                case Finding.Deleted gone ->
                    new Subject(null, gone.retentionClass().name(), gone.receivedAt());
                case Finding.KeyDestroyed erased ->
                    new Subject(
                            erased.key().personHash(),
                            erased.key().retentionClass().name(),
                            erased.key()
                                    .month()
                                    .atDay(1)
                                    .atStartOfDay(ZoneOffset.UTC)
                                    .toInstant());
                case Finding.Edited _,
                        Finding.Contradicted _,
                        Finding.PayloadEdited _,
                        Finding.PayloadSwapped _,
                        Finding.TextLost _,
                        Finding.Inserted _,
                        Finding.Reordered _,
                        Finding.BackDated _,
                        Finding.OlderState _,
                        Finding.MissingBeforeLogged _,
                        Finding.LogRewritten _,
                        Finding.Unwitnessed _,
                        Finding.ExpiredTooEarly _,
                        Finding.ExpiryMiscounted _ -> new Subject(null, null, null);
            };
        }
    }
}
