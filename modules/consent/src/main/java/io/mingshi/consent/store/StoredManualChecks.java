package io.mingshi.consent.store;

import io.mingshi.consent.visit.ManualCheck;
import io.mingshi.consent.visit.ManualChecks;
import io.mingshi.contracts.ConsentId;
import io.mingshi.contracts.PersonId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class StoredManualChecks implements ManualChecks {
    /// The visit, or the consent, is locked by the caller: nobody else opens one meanwhile.
    @Override
    public boolean open(ManualCheck check) {
        PersonId guardian = check.guardian();
        boolean waits = ManualCheckRow.count(
                        "consent = ?1 and cause = ?2 and coalesce(guardian, '') = ?3 and decidedAt is null",
                        check.consent().value(),
                        check.cause(),
                        guardian == null ? "" : guardian.value())
                > 0;
        if (!waits) {
            ManualCheckRow.of(check).persist();
        }
        return !waits;
    }

    @Override
    public void drop(ConsentId consent, ManualCheck.Cause cause) {
        ManualCheckRow.delete("consent = ?1 and cause = ?2 and decidedAt is null", consent.value(), cause);
    }

    @Override
    public List<ManualCheck> waiting() {
        return ManualCheckRow.<ManualCheckRow>find("decidedAt is null order by id").page(0, PAGE).stream()
                .map(ManualCheckRow::check)
                .toList();
    }

    @Override
    public Optional<ManualCheck> findForChange(String id) {
        return ManualCheckRow.<ManualCheckRow>findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .map(ManualCheckRow::check);
    }

    @Override
    public void decide(String id, ManualCheck.Decision decision) {
        ManualCheckRow row = ManualCheckRow.<ManualCheckRow>findByIdOptional(id)
                .orElseThrow(() -> new IllegalStateException("a check that is decided is stored"));
        row.decidedAt = decision.at();
        row.officer = decision.officer().value();
        row.confirmed = decision.confirmed();
        row.reason = decision.reason();
    }
}
