package io.mingshi.labeling.store;

import io.mingshi.labeling.TakenDown;
import io.mingshi.labels.fingerprint.PictureFingerprint;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/// Takedowns in the database.
@Singleton
@Transactional
class TakenDownRows implements TakenDown {
    @Override
    public void add(String decision, String work, Traces traces) {
        if (TakenDownRow.findById(decision) != null) {
            return;
        }
        var row = new TakenDownRow();
        row.decision = decision;
        row.work = work;
        row.contentHash = traces.sha256();
        row.watermark = traces.watermark();
        row.fingerprint = traces.fingerprint() == null
                        || PictureFingerprint.parse(traces.fingerprint()).isEmpty()
                ? null
                : traces.fingerprint();
        row.persist();
    }

    @Override
    public void remove(String decision) {
        TakenDownRow.deleteById(decision);
    }

    @Override
    public boolean any() {
        return TakenDownRow.count() > 0;
    }

    @Override
    public Optional<String> find(String sha256, Optional<String> watermark, Optional<PictureFingerprint> fingerprint) {
        return TakenDownRow.<TakenDownRow>find("contentHash = ?1 or watermark = ?2", sha256, watermark.orElse(""))
                .firstResultOptional()
                .map(row -> row.decision)
                .or(() -> fingerprint.flatMap(TakenDownRows::like));
    }

    /// Compares with every one: takedowns are few, and a comparison is a count of bits.
    private static Optional<String> like(PictureFingerprint fingerprint) {
        List<?> found = TakenDownRow.getEntityManager()
                .createNativeQuery("select decision from taken_down where fingerprint is not null and"
                        + " bit_count(cast('x' || fingerprint as bit(256)) # cast('x' || ?1 as bit(256))) <= ?2"
                        + " limit 1")
                .setParameter(1, fingerprint.toString())
                .setParameter(2, PictureFingerprint.SAME)
                .getResultList();
        return found.stream().findFirst().map(String::valueOf);
    }
}
