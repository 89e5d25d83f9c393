package io.mingshi.identity.emergency;

import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.event.IdentityEvent.EmergencyContactShown;
import io.mingshi.contracts.identity.AgeGroup;
import io.mingshi.contracts.identity.EmergencyContact;
import io.mingshi.contracts.identity.EmergencyContacts;
import io.mingshi.identity.Identities;
import io.mingshi.identity.Identity;
import io.mingshi.identity.IdentityFacts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Tells whom to call; that it was told is committed with the answer.
///
/// Interim Measures on anthropomorphic interaction services, order 21 of 2026, art. 13.
@ApplicationScoped
class LocalEmergencyContacts implements EmergencyContacts {
    private static final String GUARDIAN = "GUARDIAN";

    private final Identities identities;
    private final NamedContacts named;
    private final IdentityFacts facts;
    private final Clock clock;

    LocalEmergencyContacts(Identities identities, NamedContacts named, IdentityFacts facts, Clock clock) {
        this.identities = identities;
        this.named = named;
        this.facts = facts;
        this.clock = clock;
    }

    @Override
    @Transactional(TxType.REQUIRES_NEW)
    public List<EmergencyContact> of(PersonId person, String handOver, PersonId officer) {
        List<EmergencyContact> known = identities.find(person) instanceof Identity.StorageOnly
                ? List.of()
                : Stream.concat(guardian(person).stream(), named.of(person).stream())
                        .toList();
        facts.publish(new EmergencyContactShown(person, handOver, officer, known.size(), clock.instant()));
        return known;
    }

    /// A guardian whom the carrier did not confirm has no number here that could be called.
    private Optional<EmergencyContact> guardian(PersonId child) {
        if (identities.find(child) instanceof Identity.Proven proven && proven.age(clock) == AgeGroup.ADULT) {
            return Optional.empty();
        }
        return identities
                .guardianOf(child)
                .map(identities::find)
                .flatMap(known -> known instanceof Identity.Proven proven ? proven.data() : Optional.empty())
                .flatMap(data -> Optional.ofNullable(data.mobile())
                        .map(mobile -> new EmergencyContact(data.name(), GUARDIAN, mobile)));
    }
}
