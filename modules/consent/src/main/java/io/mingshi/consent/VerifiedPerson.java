package io.mingshi.consent;

import static io.mingshi.consent.ConsentProblem.GUARDIAN_NEEDED;
import static io.mingshi.consent.ConsentProblem.NOT_A_NATURAL_PERSON;
import static io.mingshi.consent.ConsentProblem.NOT_VERIFIED;
import static io.mingshi.consent.ConsentProblem.OWN_INVITATION;
import static io.mingshi.consent.ConsentProblem.POSSESSION_UNCHECKED;

import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.identity.AgeGroup;
import io.mingshi.contracts.identity.Assurance;
import io.mingshi.contracts.identity.Comparisons;
import io.mingshi.contracts.identity.Likeness;
import io.mingshi.contracts.identity.Standing;
import io.mingshi.contracts.identity.Standings;

/// A person whose real identity is proven at this moment; only such a person asks for consent or answers.
///
/// [DSP-9](http://www.cac.gov.cn/2022-12/11/c_1672221949354811.htm)
public final class VerifiedPerson {
    private final Standing standing;

    private VerifiedPerson(Standing standing) {
        this.standing = standing;
    }

    /// Asks `identity`; no transaction may be open.
    ///
    /// @throws io.mingshi.contracts.ProblemException `NOT_VERIFIED`, or `MODULE_UNREACHABLE` when nobody
    /// answers
    public static VerifiedPerson of(PersonId person, Standings standings) {
        Standing standing = standings.of(person);
        if (!standing.assurance().proven()) {
            throw NOT_VERIFIED.with("verify your identity first: POST /api/identity/verifications");
        }
        return new VerifiedPerson(standing);
    }

    PersonId id() {
        return standing.person();
    }

    /// The person as the one who answers; `identity` is asked whether it is the requester with another account,
    /// so no transaction may be open.
    ///
    /// @throws io.mingshi.contracts.ProblemException `NOT_A_NATURAL_PERSON`: an organisation has no face or
    ///     voice; `GUARDIAN_NEEDED` or `OWN_INVITATION`
    public Answerer asDepicted(PersonId requester, Comparisons comparisons) {
        naturalPersonOfAge();
        return answerer(comparedWith(requester, comparisons));
    }

    /// As [#asDepicted], of somebody who says yes: an account that knows name and number alone may be anybody's,
    /// and the national service names nobody, so the requester could come with a second account that it proved.
    ///
    /// @throws io.mingshi.contracts.ProblemException what [#asDepicted] throws, `POSSESSION_UNCHECKED` where
    ///     nothing was shown that only the person holds, and `OWN_INVITATION` where it cannot be told that this
    ///     is not the requester
    public Answerer asGranting(PersonId requester, Comparisons comparisons) {
        naturalPersonOfAge();
        // before it is told who the requester is not
        holdsSomething();
        Likeness likeness = comparedWith(requester, comparisons);
        if (likeness == Likeness.UNTOLD && standing.assurance() == Assurance.NATIONAL_IDENTITY) {
            throw OWN_INVITATION.with("prove on the link's page that you are not the requester");
        }
        return answerer(likeness);
    }

    private void naturalPersonOfAge() {
        if (standing.assurance() == Assurance.ORGANIZATION) {
            throw NOT_A_NATURAL_PERSON.with(
                    "this account is an organisation's: the depicted person answers with an" + " account of their own");
        }
        if (isUnder14()) {
            throw GUARDIAN_NEEDED.with("a guardian opens this link, verifies themselves and names you");
        }
    }

    /// As on the page of the link: a name and a number prove nothing that others may not know.
    /// [PIPL-29](https://www.cac.gov.cn/2021-08/20/c_1631050028355286.htm)
    private void holdsSomething() {
        if (!Boolean.TRUE.equals(standing.possession())) {
            throw POSSESSION_UNCHECKED.with("this account is proven by name and number alone, which others may know:"
                    + " verify it at /me/verification by mobile number or the national service, or go on without the"
                    + " account on the page of the link, where an officer can find out that it is you");
        }
    }

    private Likeness comparedWith(PersonId requester, Comparisons comparisons) {
        Likeness likeness = comparisons.compare(requester, id());
        if (likeness == Likeness.SAME) {
            throw OWN_INVITATION.with("you asked for this consent: send the link to the depicted person");
        }
        return likeness;
    }

    private Answerer answerer(Likeness likeness) {
        return new Answerer(id(), null, standing.assurance() + " at login; requester: " + likeness);
    }

    /// A minor whose age an older answer does not tell is taken for a child.
    /// [PIPL-31](https://www.cac.gov.cn/2021-08/20/c_1631050028355286.htm)
    private boolean isUnder14() {
        return standing.ageGroup() == AgeGroup.UNDER_14
                || (standing.ageGroup() == null && Boolean.TRUE.equals(standing.minor()));
    }
}
