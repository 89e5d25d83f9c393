package io.mingshi.governance.store;

import io.mingshi.contracts.governance.PauseScope;
import io.mingshi.governance.Pause;
import io.mingshi.governance.PausedParts;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class StoredPauses implements PausedParts {
    @Override
    public Optional<Pause> find(PauseScope scope) {
        return PauseRow.<PauseRow>findByIdOptional(scope.name()).map(PauseRow::pause);
    }

    @Override
    public List<Pause> all() {
        return PauseRow.<PauseRow>find("order by scope").stream()
                .map(PauseRow::pause)
                .toList();
    }

    @Override
    public void keep(Pause pause) {
        PauseRow.getEntityManager()
                .createNativeQuery("insert into pause (scope, reason, paused_by, paused_at) values (?1, ?2, ?3, ?4)"
                        + " on conflict (scope) do update set reason = excluded.reason")
                .setParameter(1, pause.scope().name())
                .setParameter(2, pause.reason())
                .setParameter(3, pause.by().value())
                .setParameter(4, pause.since())
                .executeUpdate();
    }

    @Override
    public boolean end(PauseScope scope) {
        return PauseRow.deleteById(scope.name());
    }
}
