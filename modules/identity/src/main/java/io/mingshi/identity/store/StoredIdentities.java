package io.mingshi.identity.store;

import static java.util.Objects.requireNonNull;

import io.mingshi.contracts.PersonId;
import io.mingshi.identity.Confirmation;
import io.mingshi.identity.Hold;
import io.mingshi.identity.Identities;
import io.mingshi.identity.Identity;
import io.mingshi.identity.Method;
import io.mingshi.identity.Organization;
import io.mingshi.identity.PersonalData;
import io.mingshi.identity.Subject;
import io.mingshi.identity.number.NumberKind;
import io.mingshi.servicekit.id.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class StoredIdentities implements Identities {
    private static final String REPLACED = "REPLACED";
    private static final String CHANGED_HANDS = "MOBILE_CHANGED_HANDS";

    private final Locks locks;
    private final IdentityKeys keys;
    private final PersonalDataCodec codec;
    private final Places places;
    private final Ids ids;

    StoredIdentities(Locks locks, IdentityKeys keys, PersonalDataCodec codec, Places places, Ids ids) {
        this.locks = locks;
        this.keys = keys;
        this.codec = codec;
        this.places = places;
        this.ids = ids;
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
        return subject(person, row)
                .<Identity>map(subject -> new Identity.Proven(
                        person,
                        subject,
                        organization(person, row),
                        ConfirmationRow.inForce(person.value()).stream()
                                .map(ConfirmationRow::confirmation)
                                .toList(),
                        row.heldCause == null ? null : new Hold(row.heldCause, requireNonNull(row.heldSince)),
                        guardianOf(person).orElse(null)))
                .orElseGet(() -> new Identity.Unproven(person));
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
    public boolean keep(Identity.Proven proven, Confirmation confirmation) {
        PersonId person = proven.person();
        IdentityRow row = rowToFill(person);
        Optional<String> place = freePlace("subjectIndex", subjectPlaces(proven.subject()), person, row.subjectIndex);
        Optional<String> seat = Optional.ofNullable(proven.organization())
                .flatMap(organization -> freePlace(
                        "organizationIndex",
                        places.of("organization", organization.creditCode()),
                        person,
                        row.organizationIndex));
        if (place.isEmpty() || (proven.organization() != null && seat.isEmpty())) {
            return false;
        }
        row.subjectIndex = place.get();
        row.organizationIndex = seat.orElse(null);
        fill(row, proven);
        row.persist();
        replace(person, confirmation);
        return true;
    }

    @Override
    public List<PersonId> takeMobile(PersonId person, PersonalData data, Instant now) {
        String mobile = requireNonNull(data.mobile());
        List<String> candidates = places.of("mobile", mobile);
        List<String> own = subjectPlaces(new Subject.Named(data));
        locks.lock("place " + candidates.getFirst());
        List<IdentityRow> others = IdentityRow.list("mobileIndex in ?1 and person <> ?2", candidates, person.value());
        List<IdentityRow> strangers =
                others.stream().filter(row -> !own.contains(row.subjectIndex)).toList();
        for (IdentityRow stranger : strangers) {
            forgetMobile(new PersonId(stranger.person), stranger);
            end(new PersonId(stranger.person), Method.MOBILE, CHANGED_HANDS, now);
        }
        IdentityRow.flush();
        List<String> taken = others.stream()
                .map(row -> row.mobileIndex)
                .filter(Objects::nonNull)
                .toList();
        IdentityRow row = requireNonNull(IdentityRow.<IdentityRow>findById(person.value()));
        if (!candidates.contains(row.mobileIndex)) {
            row.mobileIndex = candidates.stream()
                    .filter(place -> !taken.contains(place))
                    .findFirst()
                    .orElse(null);
        }
        return strangers.stream().map(stranger -> new PersonId(stranger.person)).toList();
    }

    @Override
    public boolean forgetMobile(PersonId person) {
        IdentityRow row = IdentityRow.findById(person.value());
        return row != null && forgetMobile(person, row);
    }

    @Override
    public List<Past> history(PersonId person) {
        return ConfirmationRow.<ConfirmationRow>list("person = ?1 order by verifiedAt desc", person.value()).stream()
                .map(row -> new Past(row.confirmation(), row.endedAt, row.cause))
                .toList();
    }

    @Override
    public void keepHold(PersonId person, @Nullable Hold hold) {
        IdentityRow row = requireNonNull(IdentityRow.<IdentityRow>findById(person.value()));
        row.heldCause = hold == null ? null : hold.cause();
        row.heldSince = hold == null ? null : hold.since();
    }

    /// An account of which nothing is confirmed any more leaves its places to others.
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

    private static void close(PersonId person, Method method, String cause, Instant at) {
        ConfirmationRow.update(
                "endedAt = ?1, cause = ?2 where person = ?3 and method = ?4 and endedAt is null",
                at,
                cause,
                person.value(),
                method);
    }

    @Override
    public List<RanOut> ranOut(Instant now, int limit) {
        return locks.expired(now, limit).stream()
                .map(row -> new RanOut(new PersonId(row.person), row.method, row.validUntil))
                .toList();
    }

    @Override
    public void erase(Identity.Erased erased) {
        keys.erase(erased.person());
        String person = erased.person().value();
        ConfirmationRow.delete("person", person);
        GuardianshipRow.delete("child = ?1 or guardian = ?1", person);
        locks.forget(person);
        IdentityRow.deleteById(person);
        IdentityRow.flush();
        var row = new IdentityRow();
        row.person = person;
        row.erasedAt = erased.erasedAt();
        row.persist();
    }

    private boolean forgetMobile(PersonId person, IdentityRow row) {
        PersonalData data = row.personalData == null
                ? null
                : codec.data(person, row.personalData).orElse(null);
        if (data == null || data.mobile() == null) {
            return false;
        }
        row.mobileIndex = null;
        row.personalData = codec.seal(person, new PersonalData(data.name(), data.number(), null, data.birthDate()));
        return true;
    }

    private List<String> subjectPlaces(Subject subject) {
        return switch (subject) {
            case Subject.Named named -> {
                String number = named.data().number();
                yield places.of("number." + NumberKind.ofDocument(number), number);
            }
            case Subject.Scoped scoped -> places.of("national", scoped.mark());
        };
    }

    /// The place that the account has already, or one that nobody has; nobody else takes one until the
    /// transaction ends.
    private Optional<String> freePlace(String column, List<String> candidates, PersonId person, @Nullable String own) {
        locks.lock("place " + candidates.getFirst());
        List<String> taken =
                IdentityRow.<IdentityRow>list(column + " in ?1 and person <> ?2", candidates, person.value()).stream()
                        .map(row -> column.equals("subjectIndex") ? row.subjectIndex : row.organizationIndex)
                        .filter(Objects::nonNull)
                        .toList();
        return candidates.contains(own)
                ? Optional.ofNullable(own)
                : candidates.stream().filter(place -> !taken.contains(place)).findFirst();
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

    private void replace(PersonId person, Confirmation confirmation) {
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
