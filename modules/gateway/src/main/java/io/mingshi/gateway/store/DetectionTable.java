package io.mingshi.gateway.store;

import io.mingshi.contracts.AdmissionId;
import io.mingshi.contracts.ModelId;
import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.event.GatewayEvent.DetectionAppealed;
import io.mingshi.contracts.event.GatewayEvent.DetectionDecided;
import io.mingshi.gateway.Media;
import io.mingshi.gateway.detection.Detection;
import io.mingshi.gateway.detection.Detections;
import io.mingshi.gateway.screening.Found;
import io.mingshi.gateway.screening.Found.What;
import io.mingshi.labels.fingerprint.PictureFingerprint;
import io.mingshi.servicekit.caller.Caller;
import io.mingshi.servicekit.caller.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// The table of detections.
@ApplicationScoped
@Transactional
class DetectionTable implements Detections {
    /// The same picture recompressed differs in a few bits; one into which a face was put differs in more.
    private static final int SAME_PICTURE = 8;

    private final Sql sql;
    private final GatewayOutbox outbox;
    private final Clock clock;

    DetectionTable(Sql sql, GatewayOutbox outbox, Clock clock) {
        this.sql = sql;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public void keep(Detection detection) {
        sql.update(
                "insert into detection (id, person, model, content_hash, fingerprint, detector, what, faces, declared, found_at, state)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                detection.id().value(),
                detection.person().value(),
                detection.model().value(),
                detection.contentHash(),
                detection.fingerprint(),
                detection.detector(),
                detection.what().name(),
                detection.count(),
                detection.declared(),
                detection.foundAt(),
                detection.state().name());
    }

    @Override
    public Optional<Detection> find(AdmissionId id) {
        return sql.query(DetectionTable::detection, "select * from detection where id = ?", id.value()).stream()
                .findFirst();
    }

    @Override
    public List<Detection> appealed(int limit) {
        return sql.query(
                DetectionTable::detection,
                "select * from detection where state = 'APPEALED' order by appealed_at limit ?",
                limit);
    }

    @Override
    public boolean cleared(PersonId person, Found found, int declared) {
        return sql
                .query(
                        DetectionTable::detection,
                        "select * from detection where person = ? and state = 'CLEARED' and what = ? and declared <= ?",
                        person.value(),
                        found.what().name(),
                        declared)
                .stream()
                .anyMatch(
                        cleared -> cleared.contentHash().equals(found.sha256()) || near(cleared, found.fingerprint()));
    }

    private static boolean near(Detection cleared, Optional<PictureFingerprint> fingerprint) {
        return Optional.ofNullable(cleared.fingerprint())
                .flatMap(PictureFingerprint::parse)
                .flatMap(known -> fingerprint.map(known::distance))
                .filter(distance -> distance <= SAME_PICTURE)
                .isPresent();
    }

    @Override
    public boolean appeal(AdmissionId id, Media picture, String reason) {
        Instant now = clock.instant();
        var appealed = sql.query(
                DetectionTable::detection,
                "update detection set state = 'APPEALED', media_type = ?, appeal = ?, appealed_at = ?"
                        + " where id = ? and state = 'FOUND' returning *",
                picture.type().mimeType(),
                reason,
                now,
                id.value());
        appealed.forEach(detection ->
                outbox.publish(new DetectionAppealed(id, detection.person(), detection.contentHash(), reason, now)));
        return !appealed.isEmpty();
    }

    @Override
    public boolean decide(AdmissionId id, boolean cleared, String reason, PersonId by) {
        Instant now = clock.instant();
        var decided = sql.query(
                DetectionTable::detection,
                "update detection set state = ?, decision = ?, decided_by = ?, decided_at = ?"
                        + " where id = ? and state = 'APPEALED' returning *",
                (cleared ? Detection.State.CLEARED : Detection.State.UPHELD).name(),
                reason,
                by.value(),
                now,
                id.value());
        decided.forEach(
                detection -> outbox.publish(new DetectionDecided(id, detection.person(), cleared, reason, by, now)));
        return !decided.isEmpty();
    }

    @Override
    public void recordRead(Caller reader, Role privilege, String target) {
        outbox.recordRead(reader, privilege, "detection-appeal", target);
    }

    private static Detection detection(ResultSet row) throws SQLException {
        String decidedBy = row.getString("decided_by");
        return new Detection(
                new AdmissionId(row.getString("id")),
                new PersonId(row.getString("person")),
                new ModelId(row.getString("model")),
                row.getString("content_hash"),
                row.getString("fingerprint"),
                row.getString("detector"),
                What.valueOf(row.getString("what")),
                row.getInt("faces"),
                row.getInt("declared"),
                Objects.requireNonNull(Sql.instant(row, "found_at")),
                Detection.State.valueOf(row.getString("state")),
                row.getString("media_type"),
                row.getString("appeal"),
                Sql.instant(row, "appealed_at"),
                row.getString("decision"),
                decidedBy == null ? null : new PersonId(decidedBy),
                Sql.instant(row, "decided_at"));
    }
}
