package io.mingshi.identity;

import static io.mingshi.identity.IdentityProblem.ANOTHER_IDENTITY;
import static io.mingshi.identity.IdentityProblem.REPRESENTATIVE_MISSING;
import static io.mingshi.identity.IdentityProblem.UNDER_14;
import static java.util.Objects.requireNonNull;

import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.event.IdentityEvent.AccountReleased;
import io.mingshi.contracts.event.IdentityEvent.PersonVerified;
import io.mingshi.contracts.event.IdentityEvent.VerificationFailed;
import io.mingshi.contracts.identity.AgeGroup;
import io.mingshi.identity.Authority.Answer;
import io.mingshi.identity.Claim.Fact;
import io.mingshi.identity.Claim.Representative;
import io.mingshi.identity.Settlement.Answered;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Keeps the outcome of a verification together with the fact that tells of it.
@ApplicationScoped
class RecordVerification {
    /// Why a match was not kept; the person is told no more than that nothing was confirmed.
    private static final String TOO_MANY_ACCOUNTS = "TOO_MANY_ACCOUNTS";

    private final Identities identities;
    private final IdentityFacts facts;
    private final Settlement settlement;
    private final TellChanges changes;
    private final Clock clock;

    RecordVerification(
            Identities identities, IdentityFacts facts, Settlement settlement, TellChanges changes, Clock clock) {
        this.identities = identities;
        this.facts = facts;
        this.settlement = settlement;
        this.changes = changes;
        this.clock = clock;
    }

    /// The checked claim; refuses what could not be recorded anyway, before the authority is asked.
    ///
    /// @throws io.mingshi.contracts.ProblemException the problem of the first check that fails
    @Transactional
    Claim permitted(PersonId person, VerifyIdentity.Request request) {
        Identity known = identities.find(person);
        Claim claim = Claim.of(request, known, clock);
        SamePerson.check(known, claim);
        Birthday.of(claim, clock).ifPresent(age -> guarded(person, age));
        return claim;
    }

    /// Counts an attempt at the code or challenge of the claim, in a transaction of its own.
    void held(PersonId person, Claim claim, @Nullable String code) {
        settlement.check(person, claim, code);
    }

    /// Empty when the identity is proven on too many other accounts.
    @Transactional
    Optional<Identity.Proven> proven(PersonId person, Claim claim, Answered answered) {
        Identity known = identities.findForChange(person);
        SamePerson.check(known, claim);
        settlement.matched(person, claim, answered);
        Answer answer = answered.answer();
        Instant now = clock.instant();
        var confirmation = new Confirmation(
                claim.method(), answer.reference(), now, now.plus(claim.method().validity()));
        Identity.Proven proven = merged(known, claim, answer);
        guarded(person, proven.age(clock));
        if (!identities.keep(proven, confirmation)) {
            failed(person, claim.method(), TOO_MANY_ACCOUNTS);
            return Optional.empty();
        }
        changes.tell(known, claim, now);
        Identity.Proven kept = proven.confirmedBy(confirmation);
        facts.publish(new PersonVerified(
                person, claim.method().name(), kept.standing(clock).assurance(), answer.reference(), now));
        if (known instanceof Identity.Proven before && before.hold() != null) {
            facts.publish(new AccountReleased(
                    person, before.hold().cause().name(), person, "the same identity was proven anew", now));
        }
        return Optional.of(kept);
    }

    /// A child under 14 is verified only while a guardian consents.
    /// [PIPL-31](https://www.cac.gov.cn/2021-08/20/c_1631050028355286.htm)
    private void guarded(PersonId person, AgeGroup age) {
        if (age == AgeGroup.UNDER_14 && identities.guardianOf(person).isEmpty()) {
            throw UNDER_14.with("a person under " + Birthday.GUARDIAN_UNTIL + " is verified with a guardian's consent:"
                    + " ask for it with POST /api/identity/guardian-requests");
        }
    }

    /// The authority did not confirm it.
    @Transactional
    void refused(PersonId person, Method method, Answered answered) {
        settlement.refused(answered);
        failed(person, method, answered.answer().result().name());
    }

    /// A visitor was confirmed, of whom nothing is kept.
    @Transactional
    void visited(PersonId holder, Claim claim, Answered answered) {
        settlement.matched(holder, claim, answered);
    }

    @Transactional
    void failed(PersonId person, Method method, String reason) {
        facts.publish(new VerificationFailed(person, method.name(), reason, clock.instant()));
    }

    /// What is known after the match.
    private Identity.Proven merged(Identity known, Claim claim, Answer answer) {
        PersonId person = known.person();
        return switch (claim.fact()) {
            case Fact.Document document -> with(known, new Subject.Named(mobileKept(known, document.person())));
            case Fact.Carrier carrier -> with(known, new Subject.Named(carrier.person()));
            case Fact.National _ -> with(known, scoped(known, answer));
            case Fact.Company company -> {
                Identity.Proven before = with(known, representative(known, company.representative(), answer));
                yield new Identity.Proven(
                        person,
                        before.subject(),
                        company.organization(),
                        before.confirmations(),
                        before.hold(),
                        before.guardian());
            }
        };
    }

    /// Whom the national service named, if that is the person of the account.
    private Subject.Scoped scoped(Identity known, Answer answer) {
        Subject.Scoped scoped = requireNonNull(answer.scoped(), "the authority named nobody");
        if (known instanceof Identity.Proven && !identities.isKnownAs(known.person(), scoped.mark())) {
            throw ANOTHER_IDENTITY.with("this account is proven to be somebody else");
        }
        return scoped;
    }

    private Subject representative(Identity known, Representative representative, Answer answer) {
        return switch (representative) {
            case Representative.Named(var person) -> new Subject.Named(person);
            case Representative.Scoped _ -> {
                Subject.Scoped scoped = scoped(known, answer);
                if (scoped.age() != AgeGroup.ADULT) {
                    throw REPRESENTATIVE_MISSING.with("an organisation is represented by a person of age");
                }
                yield scoped;
            }
        };
    }

    private Identity.Proven with(Identity known, Subject subject) {
        @Nullable PersonId guardian = identities.guardianOf(known.person()).orElse(null);
        return known instanceof Identity.Proven proven
                ? new Identity.Proven(
                        proven.person(), subject, proven.organization(), proven.confirmations(), null, guardian)
                : new Identity.Proven(known.person(), subject, null, List.of(), null, guardian);
    }

    /// A mobile number that was proven before stays when the document is proven again.
    private static PersonalData mobileKept(Identity known, PersonalData claimed) {
        return known instanceof Identity.Proven proven
                ? new PersonalData(
                        claimed.name(),
                        claimed.number(),
                        proven.data().map(PersonalData::mobile).orElse(null),
                        claimed.birthDate())
                : claimed;
    }
}
