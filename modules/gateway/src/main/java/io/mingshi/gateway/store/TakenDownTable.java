package io.mingshi.gateway.store;

import io.mingshi.contracts.ProduceId;
import io.mingshi.gateway.screening.TakenDownWorks;
import io.mingshi.labels.fingerprint.PictureFingerprint;
import io.mingshi.screening.media.KnownPictures;
import io.mingshi.screening.media.KnownPictures.Origin;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Works whose state says that they are taken down, so that a takedown and its revocation count from their commit.
///
/// The index of fingerprints is made anew when their number or the time of the last takedown has changed, which is
/// asked every time.
@ApplicationScoped
@Transactional
class TakenDownTable implements TakenDownWorks {
    /// In so many of its 256 bits a fingerprint changes by recompression and resizing; further away lie, among smooth
    /// pictures, others that were never taken down.
    private static final int SAME = 8;

    private static final String DOWN = " from work where state = 'TAKEN_DOWN'";

    private final Sql sql;
    private final AtomicReference<@Nullable Index> kept = new AtomicReference<>();

    TakenDownTable(Sql sql) {
        this.sql = sql;
    }

    private record Index(String stamp, KnownPictures pictures) {}

    @Override
    public boolean any() {
        return !sql.query(_ -> true, "select 1" + DOWN + " limit 1").isEmpty();
    }

    @Override
    public Optional<ProduceId> withHash(String sha256) {
        return first("select produce_id" + DOWN + " and content_hash = ?", sha256);
    }

    @Override
    public Optional<ProduceId> withWatermark(String watermark) {
        return first("select produce_id" + DOWN + " and watermark = ?", watermark);
    }

    private Optional<ProduceId> first(String statement, String value) {
        return sql.query(TakenDownTable::work, statement + " limit 1", value).stream()
                .findFirst();
    }

    private static ProduceId work(ResultSet row) throws SQLException {
        return new ProduceId(row.getString("produce_id"));
    }

    @Override
    public Optional<ProduceId> like(PictureFingerprint fingerprint) {
        return pictures()
                .nearest(fingerprint, SAME)
                .map(match -> new ProduceId(match.origin().rule()));
    }

    private KnownPictures pictures() {
        String stamp = sql.query(
                        row -> row.getString("stamp"),
                        "select count(*) || ' ' || coalesce(max(taken_down_at)::text, '') as stamp" + DOWN
                                + " and fingerprint is not null")
                .getFirst();
        Index index = kept.get();
        if (index == null || !index.stamp.equals(stamp)) {
            index = new Index(stamp, read());
            kept.set(index);
        }
        return index.pictures;
    }

    private KnownPictures read() {
        record Known(String work, String fingerprint) {}
        List<Known> known = sql.query(
                row -> new Known(row.getString("produce_id"), row.getString("fingerprint")),
                "select produce_id, fingerprint" + DOWN + " and fingerprint is not null");
        var collection = new KnownPictures.Collection();
        known.forEach(one -> PictureFingerprint.parse(one.fingerprint)
                .ifPresent(fingerprint -> collection.add(fingerprint, new Origin(one.work, ""))));
        return collection.indexed();
    }
}
