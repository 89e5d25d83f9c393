package io.mingshi.identity.store;

import static java.util.Objects.requireNonNull;

import io.mingshi.contracts.PersonId;
import io.mingshi.identity.Confirmations;
import io.mingshi.identity.Method;
import io.mingshi.identity.Mobiles;
import io.mingshi.identity.PersonalData;
import io.mingshi.identity.Subject;
import io.mingshi.identity.store.Places.Column;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

@ApplicationScoped
class StoredMobiles implements Mobiles {
    private final PersonalDataCodec codec;
    private final Places places;
    private final Confirmations confirmations;

    StoredMobiles(PersonalDataCodec codec, Places places, Confirmations confirmations) {
        this.codec = codec;
        this.places = places;
        this.confirmations = confirmations;
    }

    @Override
    public List<PersonId> take(PersonId person, PersonalData data, Instant now) {
        List<String> candidates = places.of("mobile", requireNonNull(data.mobile()));
        List<String> own = places.of(new Subject.Named(data));
        List<PersonId> strangers = places.others(Column.MOBILE, candidates, person).stream()
                .filter(row -> !own.contains(row.subjectIndex))
                .map(row -> new PersonId(row.person))
                .toList();
        for (PersonId stranger : strangers) {
            forget(stranger);
            confirmations.end(stranger, Method.MOBILE, CHANGED_HANDS, now);
        }
        IdentityRow.flush();
        IdentityRow row = requireNonNull(IdentityRow.<IdentityRow>findById(person.value()));
        row.mobileIndex = places.free(Column.MOBILE, candidates, row).orElse(null);
        return strangers;
    }

    @Override
    public boolean forget(PersonId person) {
        IdentityRow row = IdentityRow.findById(person.value());
        if (row == null || row.personalData == null) {
            return false;
        }
        PersonalData data = codec.data(person, row.personalData).orElse(null);
        if (data == null || data.mobile() == null) {
            return false;
        }
        row.mobileIndex = null;
        row.personalData = codec.seal(person, new PersonalData(data.name(), data.number(), null, data.birthDate()));
        return true;
    }
}
