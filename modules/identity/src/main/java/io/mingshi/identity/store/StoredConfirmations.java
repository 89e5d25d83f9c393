package io.mingshi.identity.store;

import static java.util.Objects.requireNonNull;

import io.mingshi.contracts.PersonId;
import io.mingshi.identity.Confirmation;
import io.mingshi.identity.Confirmations;
import io.mingshi.identity.Method;
import io.mingshi.servicekit.id.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

@ApplicationScoped
class StoredConfirmations implements Confirmations {
    private static final String REPLACED = "REPLACED";

    private final Locks locks;
    private final Ids ids;

    StoredConfirmations(Locks locks, Ids ids) {
        this.locks = locks;
        this.ids = ids;
    }

    @Override
    public void end(PersonId person, Method method, String cause, Instant at) {
        close(person, method, cause, at);
        IdentityRow row = requireNonNull(IdentityRow.<IdentityRow>findById(person.value()));
        if (method == Method.ORGANIZATION) {
            row.organization = null;
            row.organizationIndex = null;
        }
        if (ConfirmationRow.inForce(person.value()).isEmpty()) {
            row.subjectIndex = null;
        }
    }

    @Override
    public List<RanOut> ranOut(Instant now, int limit) {
        return locks.expired(now, limit).stream()
                .map(row -> new RanOut(new PersonId(row.person), row.method, row.validUntil))
                .toList();
    }

    @Override
    public List<Past> history(PersonId person) {
        return ConfirmationRow.<ConfirmationRow>list("person = ?1 order by verifiedAt desc", person.value()).stream()
                .map(row -> new Past(row.confirmation(), row.endedAt, row.cause))
                .toList();
    }

    /// The latest confirmation by a method stands for the earlier one.
    void replace(PersonId person, Confirmation confirmation) {
        close(person, confirmation.method(), REPLACED, confirmation.verifiedAt());
        var row = new ConfirmationRow();
        row.id = ids.next();
        row.person = person.value();
        row.method = confirmation.method();
        row.reference = confirmation.reference();
        row.verifiedAt = confirmation.verifiedAt();
        row.validUntil = confirmation.validUntil();
        row.persist();
    }

    private static void close(PersonId person, Method method, String cause, Instant at) {
        ConfirmationRow.update(
                "endedAt = ?1, cause = ?2 where person = ?3 and method = ?4 and endedAt is null",
                at,
                cause,
                person.value(),
                method);
    }
}
