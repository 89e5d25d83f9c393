package io.mingshi.identity.store;

import io.mingshi.contracts.PersonId;
import io.mingshi.identity.LegalHold;
import io.mingshi.identity.LegalHolds;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class StoredLegalHolds implements LegalHolds {
    private static final String RELEASED = """
            from IdentityRow identity where identity.erasureWishedAt is not null and not exists
            (select 1 from LegalHoldRow hold
                where hold.person = identity.person and hold.liftedAt is null and hold.until > ?1)""";

    @Override
    public void place(LegalHold hold) {
        var row = new LegalHoldRow();
        row.id = hold.id();
        row.person = hold.person().value();
        row.officer = hold.officer().value();
        row.caseNumber = hold.caseNumber();
        row.reason = hold.reason();
        row.placedAt = hold.placedAt();
        row.until = hold.until();
        row.persist();
    }

    @Override
    public Optional<LegalHold> lasting(PersonId person, Instant now) {
        return LegalHoldRow.<LegalHoldRow>find(
                        "person = ?1 and liftedAt is null and until > ?2 order by until desc", person.value(), now)
                .firstResultOptional()
                .map(LegalHoldRow::hold);
    }

    @Override
    public boolean lift(PersonId person, String id, Instant now) {
        return LegalHoldRow.update(
                        "liftedAt = ?1 where id = ?2 and person = ?3 and liftedAt is null and until > ?1",
                        now,
                        id,
                        person.value())
                == 1;
    }

    @Override
    public List<PersonId> erasable(Instant now, int limit) {
        return IdentityRow.<IdentityRow>find(RELEASED, now).page(0, limit).stream()
                .map(row -> new PersonId(row.person))
                .toList();
    }
}
