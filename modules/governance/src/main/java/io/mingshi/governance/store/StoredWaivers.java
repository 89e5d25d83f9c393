package io.mingshi.governance.store;

import io.mingshi.contracts.ModelId;
import io.mingshi.governance.Waiver;
import io.mingshi.governance.Waivers;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class StoredWaivers implements Waivers {
    private static final String IN_FORCE = "endedAt is null and validUntil > ?1";

    @Override
    public List<Waiver> of(ModelId model, Instant now) {
        return WaiverRow.<WaiverRow>find(IN_FORCE + " and model = ?2 order by validUntil desc", now, model.value())
                .stream()
                .map(WaiverRow::waiver)
                .toList();
    }

    @Override
    public List<Waiver> all(Instant now) {
        return WaiverRow.<WaiverRow>find(IN_FORCE + " order by model, validUntil desc", now).stream()
                .map(WaiverRow::waiver)
                .toList();
    }

    @Override
    public void keep(Waiver waiver) {
        WaiverRow.of(waiver).persist();
    }

    @Override
    public Optional<Waiver> end(String id, Instant now) {
        int ended = WaiverRow.update("endedAt = ?1 where " + IN_FORCE + " and id = ?2", now, id);
        return ended == 0
                ? Optional.empty()
                : WaiverRow.<WaiverRow>findByIdOptional(id).map(WaiverRow::waiver);
    }
}
