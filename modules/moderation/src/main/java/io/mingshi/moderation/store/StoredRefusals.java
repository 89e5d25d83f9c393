package io.mingshi.moderation.store;

import io.mingshi.moderation.Refusals;
import io.mingshi.moderation.RefusedGeneration;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

@ApplicationScoped
class StoredRefusals implements Refusals {
    @Override
    public void keep(RefusedGeneration refusal) {
        RefusalRow.of(refusal).persist();
    }

    @Override
    public List<RefusedGeneration> latest(String before, int limit) {
        return RefusalRow.<RefusalRow>find("?1 = '' or event < ?1 order by event desc", before).page(0, limit).stream()
                .map(RefusalRow::refusal)
                .toList();
    }
}
