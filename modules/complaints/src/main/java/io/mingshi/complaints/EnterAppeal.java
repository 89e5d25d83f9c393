package io.mingshi.complaints;

import static io.mingshi.complaints.ComplaintsProblem.APPEAL_WAITS;

import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.Sha256;
import io.mingshi.contracts.event.ComplaintEvent.AppealFiled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Keeps an appeal with the fact that tells of it.
@ApplicationScoped
@Transactional
class EnterAppeal {
    private static final int MOST_LISTED = 200;

    private final Tickets tickets;
    private final ComplaintFacts facts;

    EnterAppeal(Tickets tickets, ComplaintFacts facts) {
        this.tickets = tickets;
        this.facts = facts;
    }

    /// @throws io.mingshi.contracts.ProblemException `APPEAL_WAITS`
    void enter(Filing filing, String secret, Optional<String> contact) {
        Appeal appeal = Objects.requireNonNull(filing.appeal());
        if (tickets.appealWaits(appeal.statement())) {
            throw APPEAL_WAITS.with("your appeal against this decision waits already: its result comes in time");
        }
        tickets.add(new Ticket.Open(filing), Sha256.of(secret), contact);
        facts.publish(new AppealFiled(
                filing.number(), appeal.statement(), appeal.person(), filing.reason(), filing.filedAt(), filing.due()));
    }

    List<Ticket> of(PersonId person) {
        return tickets.appealsOf(person, MOST_LISTED);
    }
}
