package io.mingshi.identity.store;

import static java.util.Objects.requireNonNull;

import io.mingshi.contracts.PersonId;
import io.mingshi.identity.disclosure.Disclosure;
import io.mingshi.identity.disclosure.Disclosures;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class StoredDisclosures implements Disclosures {
    @Override
    public void add(Disclosure request) {
        var row = new DisclosureRow();
        row.id = request.id();
        row.person = request.person().value();
        row.officer = request.officer().value();
        row.caseNumber = request.caseNumber();
        row.reason = request.reason();
        row.requestedAt = request.requestedAt();
        row.persist();
    }

    @Override
    public Optional<Disclosure> find(String id) {
        return DisclosureRow.<DisclosureRow>findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .map(DisclosureRow::disclosure);
    }

    @Override
    public void keep(Disclosure changed) {
        DisclosureRow row = requireNonNull(DisclosureRow.<DisclosureRow>findById(changed.id()));
        Disclosure.Decision decision = changed.decision();
        if (decision != null) {
            row.decidedBy = decision.officer().value();
            row.approved = decision.approved();
            row.decisionReason = decision.reason();
            row.decidedAt = decision.at();
        }
        row.shownAt = changed.shownAt();
    }

    @Override
    public List<Disclosure> before(Instant instant, int most) {
        return DisclosureRow.<DisclosureRow>find("requestedAt < ?1 order by requestedAt desc", instant)
                .page(0, most)
                .stream()
                .map(DisclosureRow::disclosure)
                .toList();
    }

    @Override
    public List<Disclosure> shownOf(PersonId person, Instant until, int most) {
        return DisclosureRow.<DisclosureRow>find(
                        "person = ?1 and shownAt <= ?2 order by shownAt desc", person.value(), until)
                .page(0, most)
                .stream()
                .map(DisclosureRow::disclosure)
                .toList();
    }
}
