package io.mingshi.labeling.store;

import io.mingshi.labeling.OwnWorks;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Optional;

/// Own works in the database.
@Singleton
class WorkRows implements OwnWorks {
    /// The database decides who is first, so that two files never get the same number.
    @Override
    @Transactional
    public boolean add(String produceId, Optional<Long> watermark, Optional<String> pixels) {
        return WorkRow.getEntityManager()
                        .createNativeQuery(
                                "insert into work (produce_id, watermark, pixels) values (?1, ?2, ?3) on conflict do nothing")
                        .setParameter(1, produceId)
                        .setParameter(2, watermark.orElse(null))
                        .setParameter(3, pixels.orElse(null))
                        .executeUpdate()
                == 1;
    }

    /// A number from somebody's file may hold what no text in the database can.
    @Override
    @Transactional
    public boolean has(String produceId) {
        return produceId.indexOf('\0') < 0 && WorkRow.count("produceId", produceId) > 0;
    }

    @Override
    @Transactional
    public Optional<String> byWatermark(long watermark) {
        return WorkRow.<WorkRow>find("watermark", watermark)
                .firstResultOptional()
                .map(row -> row.produceId);
    }

    @Override
    @Transactional
    public Optional<String> byPixels(String sha256) {
        return WorkRow.<WorkRow>find("pixels", sha256).firstResultOptional().map(row -> row.produceId);
    }
}
