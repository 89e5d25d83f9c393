package io.mingshi.complaints;

import static io.mingshi.complaints.ComplaintsProblem.ALREADY_RESOLVED;
import static io.mingshi.complaints.ComplaintsProblem.DECIDER_DECIDES;
import static io.mingshi.complaints.ComplaintsProblem.FIELD_TOO_LONG;
import static io.mingshi.complaints.ComplaintsProblem.NO_SUCH_TICKET;
import static io.mingshi.complaints.ComplaintsProblem.RESULT_NEEDED;
import static io.mingshi.complaints.ComplaintsProblem.TAKEDOWN_NOT_POSSIBLE;

import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.event.ComplaintEvent;
import io.mingshi.contracts.event.ComplaintEvent.AppealDecided;
import io.mingshi.contracts.event.ComplaintEvent.ComplaintResolved;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/// Closes a ticket with a result that the complainant reads, and orders the takedown where the complaint is
/// right.
///
/// [DSP-12](http://www.cac.gov.cn/2022-12/11/c_1672221949354811.htm)
@ApplicationScoped
public class ResolveTicket {
    private final Tickets tickets;
    private final ComplaintFacts facts;
    private final Clock clock;

    ResolveTicket(Tickets tickets, ComplaintFacts facts, Clock clock) {
        this.tickets = tickets;
        this.facts = facts;
        this.clock = clock;
    }

    /// @throws io.mingshi.contracts.ProblemException `NO_SUCH_TICKET`, `ALREADY_RESOLVED`, `RESULT_NEEDED`,
    ///     `TAKEDOWN_NOT_POSSIBLE`, `DECIDER_DECIDES`
    @Transactional
    public Ticket.Resolved resolve(String number, Decision decision, PersonId officer) {
        Ticket ticket = tickets.lock(number)
                .orElseThrow(() -> NO_SUCH_TICKET.with("no ticket has this number: take it from the queue"));
        Filing filing = ticket.filing();
        if (ticket instanceof Ticket.Resolved) {
            throw ALREADY_RESOLVED.with(
                    "the ticket " + filing.number() + " has its result already: nothing was changed");
        }
        requireSomebodyElse(filing.appeal(), officer);
        if (decision.takedown() && filing.work() == null) {
            throw TAKEDOWN_NOT_POSSIBLE.with(
                    "it is not known which work the ticket is about, so nothing can be taken down");
        }
        var resolved = new Ticket.Resolved(
                filing, decision.result(), decision.upheld(), decision.takedown(), officer, clock.instant());
        tickets.resolve(resolved);
        facts.publish(fact(resolved));
        return resolved;
    }

    /// Who decided does not decide again, and nobody about themselves.
    private static void requireSomebodyElse(@Nullable Appeal appeal, PersonId officer) {
        if (appeal != null && appeal.concerns(officer)) {
            throw DECIDER_DECIDES.with("you took this decision, or it concerns you: another officer has to decide");
        }
    }

    private static ComplaintEvent fact(Ticket.Resolved resolved) {
        Filing filing = resolved.filing();
        Appeal appeal = filing.appeal();
        return appeal == null
                ? new ComplaintResolved(
                        filing.number(),
                        filing.work(),
                        resolved.upheld(),
                        resolved.takedown(),
                        resolved.officer(),
                        resolved.resolvedAt())
                : new AppealDecided(
                        filing.number(),
                        appeal.statement(),
                        appeal.person(),
                        resolved.upheld(),
                        resolved.officer(),
                        resolved.resolvedAt());
    }

    /// What an officer decided.
    ///
    /// @param result the text that the complainant reads
    public record Decision(String result, boolean upheld, boolean takedown) {
        public Decision {
            result = result.strip();
            if (result.isEmpty()) {
                throw RESULT_NEEDED.with("write in the field result what was found and done: the complainant reads it");
            }
            if (result.length() > Submission.MAX_TEXT) {
                throw FIELD_TOO_LONG.with("the result may have at most " + Submission.MAX_TEXT + " characters");
            }
            if (takedown && !upheld) {
                throw TAKEDOWN_NOT_POSSIBLE.with("a complaint that is not upheld cannot lead to a takedown");
            }
        }
    }
}
