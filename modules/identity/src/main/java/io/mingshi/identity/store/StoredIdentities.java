package io.mingshi.identity.store;

import static java.util.Objects.requireNonNull;

import io.mingshi.contracts.PersonId;
import io.mingshi.identity.Confirmation;
import io.mingshi.identity.Hold;
import io.mingshi.identity.Identities;
import io.mingshi.identity.Identity;
import io.mingshi.identity.Organization;
import io.mingshi.identity.Subject;
import io.mingshi.identity.store.Places.Column;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class StoredIdentities implements Identities {
    private final Locks locks;
    private final IdentityKeys keys;
    private final PersonalDataCodec codec;
    private final Places places;
    private final StoredConfirmations confirmations;

    StoredIdentities(
            Locks locks, IdentityKeys keys, PersonalDataCodec codec, Places places, StoredConfirmations confirmations) {
        this.locks = locks;
        this.keys = keys;
        this.codec = codec;
        this.places = places;
        this.confirmations = confirmations;
    }

    @Override
    public Identity find(PersonId person) {
        IdentityRow row = IdentityRow.findById(person.value());
        if (row == null) {
            return new Identity.Unproven(person);
        }
        if (row.erasedAt != null) {
            return new Identity.Erased(person, row.erasedAt);
        }
        return proven(person, row)
                .<Identity>map(proven -> row.erasureWishedAt == null
                        ? proven
                        : new Identity.StorageOnly(person, proven, row.erasureWishedAt))
                .orElseGet(() -> new Identity.Unproven(person));
    }

    private Optional<Identity.Proven> proven(PersonId person, IdentityRow row) {
        return subject(person, row)
                .map(subject -> new Identity.Proven(
                        person,
                        subject,
                        organization(person, row),
                        ConfirmationRow.inForce(person.value()).stream()
                                .map(ConfirmationRow::confirmation)
                                .toList(),
                        row.heldCause == null ? null : new Hold(row.heldCause, requireNonNull(row.heldSince)),
                        guardianOf(person).orElse(null)));
    }

    @Override
    public Identity findForChange(PersonId person) {
        locks.lock("person " + person);
        return find(person);
    }

    @Override
    public boolean isKnownAs(PersonId person, String mark) {
        IdentityRow row = IdentityRow.findById(person.value());
        return row != null && places.mark(person.value(), mark).equals(row.nationalMark);
    }

    @Override
    public Optional<PersonId> guardianOf(PersonId child) {
        return GuardianshipRow.inForce(child.value()).map(row -> new PersonId(requireNonNull(row.guardian)));
    }

    @Override
    public List<PersonId> withdrawWards(PersonId guardian, Instant at) {
        List<GuardianshipRow> wards = GuardianshipRow.list(
                "guardian = ?1 and consentedAt is not null and withdrawnAt is null", guardian.value());
        wards.forEach(ward -> ward.withdrawnAt = at);
        return wards.stream().map(ward -> new PersonId(ward.child)).toList();
    }

    @Override
    public boolean keep(Identity.Proven proven, Confirmation confirmation) {
        PersonId person = proven.person();
        IdentityRow row = rowToFill(person);
        Optional<String> place = places.free(Column.SUBJECT, places.of(proven.subject()), row);
        Optional<String> seat = Optional.ofNullable(proven.organization())
                .flatMap(organization ->
                        places.free(Column.ORGANIZATION, places.of("organization", organization.creditCode()), row));
        if (place.isEmpty() || (proven.organization() != null && seat.isEmpty())) {
            return false;
        }
        row.subjectIndex = place.get();
        row.organizationIndex = seat.orElse(null);
        fill(row, proven);
        row.persist();
        confirmations.replace(person, confirmation);
        return true;
    }

    @Override
    public void keepHold(PersonId person, @Nullable Hold hold) {
        IdentityRow row = requireNonNull(IdentityRow.<IdentityRow>findById(person.value()));
        row.heldCause = hold == null ? null : hold.cause();
        row.heldSince = hold == null ? null : hold.since();
    }

    @Override
    public void keepStored(PersonId person, Instant since) {
        IdentityRow row = requireNonNull(IdentityRow.<IdentityRow>findById(person.value()));
        row.erasureWishedAt = since;
        row.subjectIndex = null;
        row.mobileIndex = null;
        row.organizationIndex = null;
    }

    @Override
    public void erase(Identity.Erased erased) {
        keys.erase(erased.person());
        String person = erased.person().value();
        ConfirmationRow.delete("person", person);
        GuardianshipRow.delete("child = ?1 or guardian = ?1", person);
        EmergencyContactRow.deleteById(person);
        locks.forget(person);
        IdentityRow.deleteById(person);
        IdentityRow.flush();
        var row = new IdentityRow();
        row.person = person;
        row.erasedAt = erased.erasedAt();
        row.persist();
    }

    private void fill(IdentityRow row, Identity.Proven proven) {
        PersonId person = proven.person();
        switch (proven.subject()) {
            case Subject.Named named -> row.personalData = codec.seal(person, named.data());
            case Subject.Scoped scoped -> {
                row.nationalMark = places.mark(person.value(), scoped.mark());
                row.nationalAge = scoped.age();
            }
        }
        row.organization = proven.organization() == null ? null : codec.seal(person, proven.organization());
        Hold hold = proven.hold();
        row.heldCause = hold == null ? null : hold.cause();
        row.heldSince = hold == null ? null : hold.since();
    }

    private Optional<Subject> subject(PersonId person, IdentityRow row) {
        byte[] sealed = row.personalData;
        return sealed == null
                ? Optional.of(new Subject.Scoped(requireNonNull(row.nationalMark), requireNonNull(row.nationalAge)))
                : codec.data(person, sealed).map(Subject.Named::new);
    }

    private @Nullable Organization organization(PersonId person, IdentityRow row) {
        byte[] sealed = row.organization;
        return sealed == null ? null : codec.organization(person, sealed).orElse(null);
    }

    private static IdentityRow rowToFill(PersonId person) {
        IdentityRow known = IdentityRow.findById(person.value());
        if (known != null) {
            return known;
        }
        var fresh = new IdentityRow();
        fresh.person = person.value();
        return fresh;
    }
}
