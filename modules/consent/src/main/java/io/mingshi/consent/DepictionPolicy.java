package io.mingshi.consent;

import static io.mingshi.consent.ConsentProblem.DECEASED_PERSON;
import static io.mingshi.consent.ConsentProblem.PUBLIC_FIGURE;

import io.mingshi.contracts.ConsentId;
import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.ProblemException;
import io.mingshi.contracts.event.ConsentEvent.ConsentRequestRejected;
import io.mingshi.contracts.identity.NameSpelling;
import io.mingshi.servicekit.id.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Says of whom consent is asked at all: neither of the dead nor of people known to the public. A policy of
/// ours.
///
/// The dead cannot consent, and who speaks for them (Civil Code art. 994) cannot be proven here; an edited
/// public figure is taken for news of that person whether or not they agreed.
/// [DSP-6](http://www.cac.gov.cn/2022-12/11/c_1672221949354811.htm)
@ApplicationScoped
public class DepictionPolicy {
    private final PublicFigures figures;
    private final Consents consents;
    private final ConsentFacts facts;
    private final Ids ids;
    private final Clock clock;

    DepictionPolicy(PublicFigures figures, Consents consents, ConsentFacts facts, Ids ids, Clock clock) {
        this.figures = figures;
        this.consents = consents;
        this.facts = facts;
        this.ids = ids;
        this.clock = clock;
    }

    /// A person of whom consent may be asked; only this policy says so.
    public static final class Admitted {
        private final @Nullable String name;

        private Admitted(@Nullable String name) {
            this.name = name;
        }

        /// In one spelling; null when nobody was named.
        @Nullable
        String name() {
            return name;
        }
    }

    /// A rejection is itself a fact, and stays when the request fails.
    ///
    /// @throws ProblemException `DECEASED_PERSON` or `PUBLIC_FIGURE`
    @Transactional(dontRollbackOn = ProblemException.class)
    public Admitted admit(VerifiedPerson requester, DeclaredPerson declared) {
        try {
            return admitted(declared);
        } catch (ProblemException e) {
            reject(new ConsentId(ids.next()), requester.id(), e);
            throw e;
        }
    }

    /// Asks the list once more, now about the name that the depicted person proved; who answered before is let
    /// in, to withdraw.
    ///
    /// @param name in one spelling
    /// @throws ProblemException `PUBLIC_FIGURE`; the rejection is a fact, and stays
    @Transactional(dontRollbackOn = ProblemException.class)
    public void admitProven(ConsentId id, String name) {
        admitUnlisted(id, figures.find(name));
    }

    /// As [#admitProven], about the name of the account with which somebody says yes.
    ///
    /// @param mark keyed hash of the name, as `identity` tells it
    /// @throws ProblemException `PUBLIC_FIGURE`; the rejection is a fact, and stays
    @Transactional(dontRollbackOn = ProblemException.class)
    public void admitMarked(ConsentId id, String mark) {
        admitUnlisted(id, figures.findByMark(mark));
    }

    private void admitUnlisted(ConsentId id, Optional<PublicFigures.Listed> figure) {
        Consent consent = consents.find(id).orElseThrow();
        if (consent instanceof Consent.Requested requested) {
            try {
                figure.ifPresent(DepictionPolicy::refuse);
            } catch (ProblemException e) {
                reject(id, requested.terms().requester(), e);
                throw e;
            }
        }
    }

    private void reject(ConsentId id, PersonId requester, ProblemException e) {
        facts.publish(new ConsentRequestRejected(
                id, requester, e.problem().name(), e.problem().title(), clock.instant()));
    }

    private Admitted admitted(DeclaredPerson declared) {
        String name = declared.name() == null ? null : NameSpelling.of(declared.name());
        return switch (declared.status()) {
            case DECEASED ->
                throw DECEASED_PERSON.with("nobody can consent for a person who has died, and relatives cannot be"
                        + " proven here: such edits are not made");
            case PUBLIC_FIGURE ->
                throw PUBLIC_FIGURE.with("edits of people known to the public are not made: they would be taken for"
                        + " news of that person");
            case LIVING -> {
                if (name != null) {
                    figures.find(name).ifPresent(DepictionPolicy::refuse);
                }
                yield new Admitted(name);
            }
        };
    }

    private static void refuse(PublicFigures.Listed listed) {
        throw PUBLIC_FIGURE.with("a person of this name is on the list of public figures: " + listed.reason()
                + "; if you mean somebody else of the same name, file a complaint with the platform");
    }
}
