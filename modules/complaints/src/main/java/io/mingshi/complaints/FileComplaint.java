package io.mingshi.complaints;

import io.mingshi.contracts.Sha256;
import io.mingshi.contracts.event.ComplaintEvent.ComplaintFiled;
import io.mingshi.servicekit.id.Ids;
import io.mingshi.servicekit.id.Secrets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;

/// Takes a complaint from anybody, at any time, without login.
///
/// [DSP-12](http://www.cac.gov.cn/2022-12/11/c_1672221949354811.htm),
/// [CSL-51](https://www.cac.gov.cn/2025-12/29/c_1768735112911946.htm)
@ApplicationScoped
public class FileComplaint {
    private final Tickets tickets;
    private final ComplaintFacts facts;
    private final WorkFinder works;
    private final EntryRate rate;
    private final Ids ids;
    private final Clock clock;
    private final WorkingDays calendar = WorkingDays.published();

    FileComplaint(Tickets tickets, ComplaintFacts facts, WorkFinder works, EntryRate rate, Ids ids, Clock clock) {
        this.tickets = tickets;
        this.facts = facts;
        this.works = works;
        this.rate = rate;
        this.ids = ids;
        this.clock = clock;
    }

    /// @throws io.mingshi.contracts.ProblemException `TOO_MANY_COMPLAINTS`
    @Transactional
    public Accepted file(Submission submission) {
        rate.enter();
        WorkFinder.Found found = works.find(submission);
        Instant now = clock.instant();
        Filing filing = new Filing(
                "T-" + ids.next(),
                found.work().orElse(null),
                found.by(),
                submission.link().orElse(null),
                submission.file().map(Sha256::of).orElse(null),
                submission.limit(),
                submission.reason(),
                now,
                submission.limit().due(now, calendar),
                null);
        String secret = Secrets.next();
        tickets.add(new Ticket.Open(filing), Sha256.of(secret), submission.contact());
        facts.publish(new ComplaintFiled(filing.number(), filing.work(), filing.reason(), now, filing.due()));
        return new Accepted(filing, secret);
    }

    /// @param secret lets its holder read the ticket; it is told once and kept nowhere
    public record Accepted(Filing filing, String secret) {}
}
