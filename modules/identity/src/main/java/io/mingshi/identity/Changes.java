package io.mingshi.identity;

import io.mingshi.identity.Claim.Fact;
import java.util.ArrayList;
import java.util.List;

/// Which of the data that was known differs from what was just confirmed; names of fields, never values.
final class Changes {
    private Changes() {}

    static List<String> between(Identity known, Claim claim) {
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
