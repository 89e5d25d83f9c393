package io.mingshi.identity.store;

import static java.util.Objects.requireNonNull;

import io.mingshi.contracts.PersonId;
import io.mingshi.identity.guardian.Guardianship;
import io.mingshi.identity.guardian.Guardianships;
import io.mingshi.servicekit.crypto.BlindIndex;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class StoredGuardianships implements Guardianships {
    private static final int MOST = 100;

    private final BlindIndex index;

    StoredGuardianships(BlindIndex index) {
        this.index = index;
    }

    @Override
    public void add(Guardianship request, String link) {
        var row = new GuardianshipRow();
        row.id = request.id();
        row.child = request.child().value();
        row.link = hash(link);
        row.requestedAt = request.requestedAt();
        row.expiresAt = request.expiresAt();
        row.persist();
    }

    @Override
    public Optional<Guardianship> byLink(String link) {
        return GuardianshipRow.<GuardianshipRow>find("link", hash(link))
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .map(GuardianshipRow::guardianship);
    }

    @Override
    public Optional<Guardianship> byId(String id) {
        return GuardianshipRow.<GuardianshipRow>findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .map(GuardianshipRow::guardianship);
    }

    @Override
    public void keep(Guardianship changed) {
        GuardianshipRow row = requireNonNull(GuardianshipRow.<GuardianshipRow>findById(changed.id()));
        PersonId guardian = changed.guardian();
        row.guardian = guardian == null ? null : guardian.value();
        row.relation = changed.relation();
        row.noticeVersion = changed.noticeVersion();
        row.consentedAt = changed.consentedAt();
        row.withdrawnAt = changed.withdrawnAt();
    }

    @Override
    public List<Guardianship> of(PersonId person) {
        return GuardianshipRow.<GuardianshipRow>find(
                        "child = ?1 or guardian = ?1 order by requestedAt desc", person.value())
                .page(0, MOST)
                .stream()
                .map(GuardianshipRow::guardianship)
                .toList();
    }

    private String hash(String link) {
        return index.of("identity.guardian-link", link);
    }
}
