package io.mingshi.identity;

import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.event.IdentityEvent.PersonalDataCorrected;
import io.mingshi.contracts.event.IdentityEvent.VerificationEnded;
import io.mingshi.identity.Claim.Fact;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Tells what a person had corrected, and whose mobile number this was before.
@ApplicationScoped
class TellChanges {
    private final Mobiles mobiles;
    private final IdentityFacts facts;

    TellChanges(Mobiles mobiles, IdentityFacts facts) {
        this.mobiles = mobiles;
        this.facts = facts;
    }

    void tell(Identity known, Claim claim, Instant now) {
        if (claim.fact() instanceof Fact.Carrier carrier) {
            for (PersonId earlier : mobiles.take(known.person(), carrier.person(), now)) {
                facts.publish(new VerificationEnded(earlier, Method.MOBILE.name(), Mobiles.CHANGED_HANDS, now));
            }
        }
        List<String> changed = between(known, claim);
        if (!changed.isEmpty()) {
            facts.publish(new PersonalDataCorrected(known.person(), changed, now));
        }
    }

    /// Which of the data that was known differs from what was just confirmed; names of fields, never values.
    private static List<String> between(Identity known, Claim claim) {
        if (!(known instanceof Identity.Proven proven) || proven.data().isEmpty()) {
            return List.of();
        }
        PersonalData before = proven.data().get();
        return switch (claim.fact()) {
            case Fact.Document document -> of(before, document.person(), false);
            case Fact.Carrier carrier -> of(before, carrier.person(), true);
            case Fact.Company _, Fact.National _ -> List.of();
        };
    }

    private static List<String> of(PersonalData before, PersonalData after, boolean withMobile) {
        List<String> changed = new ArrayList<>();
        if (!before.name().equals(after.name())) {
            changed.add("name");
        }
        if (!before.birthDate().equals(after.birthDate())) {
            changed.add("birthDate");
        }
        if (withMobile && before.mobile() != null && !before.mobile().equals(after.mobile())) {
            changed.add("mobile");
        }
        return changed;
    }
}
