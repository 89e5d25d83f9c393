package io.mingshi.identity.visitor;

import static io.mingshi.contracts.CommonProblem.MALFORMED_REQUEST;
import static io.mingshi.identity.IdentityProblem.UNDER_14;
import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.identity.AgeGroup;
import io.mingshi.contracts.identity.Assurance;
import io.mingshi.contracts.identity.VisitorChild;
import io.mingshi.contracts.identity.VisitorProof;
import io.mingshi.contracts.identity.VisitorStanding;
import io.mingshi.identity.Authority.Answer;
import io.mingshi.identity.Birthday;
import io.mingshi.identity.Claim;
import io.mingshi.identity.Claim.Fact;
import io.mingshi.identity.CompareIdentities;
import io.mingshi.identity.Method;
import io.mingshi.identity.PersonalData;
import io.mingshi.identity.ProveOnce;
import io.mingshi.identity.Subject;
import io.mingshi.identity.VerifyIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Says who a visitor is, as a pseudonym that is made from the document number or from the national service's
/// mark.
///
/// Children under 14 are recognised and not asked about: only their guardian acts, until midnight of the
/// fourteenth birthday. [PIPL-31](https://www.cac.gov.cn/2021-08/20/c_1631050028355286.htm)
@ApplicationScoped
class RecogniseVisitor {
    private static final Set<String> METHODS = Set.of("MOBILE", "NATIONAL_IDENTITY", "ID_DOCUMENT");

    private final ProveOnce proving;
    private final CompareIdentities comparing;
    private final VisitorNames names;
    private final Clock clock;

    RecogniseVisitor(ProveOnce proving, CompareIdentities comparing, VisitorNames names, Clock clock) {
        this.proving = proving;
        this.comparing = comparing;
        this.names = names;
        this.clock = clock;
    }

    /// @param network as [io.mingshi.identity.Origin#network] tells it
    VisitorStanding prove(VisitorProof proof, String network) {
        Method method = method(proof);
        PersonId holder = method == Method.NATIONAL_IDENTITY
                ? names.holder(proof.door(), requireNonNullElse(proof.challenge(), ""))
                : names.holder(proof.door());
        Claim claim = proving.claim(holder, request(method, proof));
        PersonalData data = data(claim.fact());
        if (data != null && proving.age(claim) == AgeGroup.UNDER_14) {
            return child(data, proof.counterpart());
        }
        String mobile = claim.fact() instanceof Fact.Carrier carrier ? carrier.mobile() : null;
        Answer answer = proving.prove(
                claim, requireNonNullElse(proof.code(), ""), names.entrance(holder, proof.door(), network, mobile));
        return data == null
                ? scoped(requireNonNull(answer.scoped()), answer, proof.counterpart())
                : named(data, claim, answer, proof.counterpart());
    }

    /// The answer says until when a guardian acts, or null of somebody who acts in person.
    VisitorStanding recognise(VisitorChild child) {
        var request = new VerifyIdentity.Request(
                Method.ID_DOCUMENT,
                null,
                child.name(),
                child.number(),
                child.birthDate(),
                null,
                null,
                null,
                null,
                null);
        Claim claim = proving.claim(child.counterpart(), request);
        return child(requireNonNull(data(claim.fact())), child.counterpart());
    }

    private VisitorStanding child(PersonalData data, PersonId counterpart) {
        Instant until = Birthday.completes(Birthday.GUARDIAN_UNTIL, data.birthDate())
                .atStartOfDay(clock.getZone())
                .toInstant();
        return new VisitorStanding(
                names.ofNumber(data.number()),
                Assurance.NONE,
                false,
                true,
                clock.instant().isBefore(until) ? until : null,
                comparing.withPerson(counterpart, data),
                "",
                clock.instant());
    }

    private VisitorStanding named(PersonalData data, Claim claim, Answer answer, PersonId counterpart) {
        return new VisitorStanding(
                names.ofNumber(data.number()),
                claim.method().assurance(),
                claim.method().provesPossession(),
                proving.age(claim).minorsMode(),
                null,
                comparing.withPerson(counterpart, data),
                answer.reference(),
                clock.instant());
    }

    private VisitorStanding scoped(Subject.Scoped scoped, Answer answer, PersonId counterpart) {
        if (scoped.age() == AgeGroup.UNDER_14) {
            throw UNDER_14.with("you are under " + Birthday.GUARDIAN_UNTIL + ": a parent or other guardian opens this"
                    + " link and names you");
        }
        return new VisitorStanding(
                names.ofMark(scoped.mark()),
                Assurance.NATIONAL_IDENTITY,
                true,
                scoped.age().minorsMode(),
                null,
                comparing.withMark(counterpart, scoped.mark()),
                answer.reference(),
                clock.instant());
    }

    private static Method method(VisitorProof proof) {
        if (!METHODS.contains(proof.method())) {
            throw MALFORMED_REQUEST.with("a visitor is proven by MOBILE, NATIONAL_IDENTITY or ID_DOCUMENT");
        }
        return Method.valueOf(proof.method());
    }

    private static VerifyIdentity.Request request(Method method, VisitorProof proof) {
        return new VerifyIdentity.Request(
                method,
                null,
                proof.name(),
                proof.number(),
                proof.birthDate(),
                proof.mobile(),
                proof.code(),
                null,
                proof.credential(),
                proof.challenge());
    }

    /// Null where the national service answers for somebody whom it does not name.
    private static @Nullable PersonalData data(Fact fact) {
        return switch (fact) {
            case Fact.Document document -> document.person();
            case Fact.Carrier carrier -> carrier.person();
            case Fact.National _, Fact.Company _ -> null;
        };
    }
}
