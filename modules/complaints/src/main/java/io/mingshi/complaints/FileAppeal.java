package io.mingshi.complaints;

import static io.mingshi.complaints.ComplaintsProblem.APPEAL_NOT_POSSIBLE;

import io.mingshi.complaints.FileComplaint.Accepted;
import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.moderation.AppealableDecision;
import io.mingshi.contracts.moderation.AppealableDecisions;
import io.mingshi.servicekit.id.Ids;
import io.mingshi.servicekit.id.Secrets;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/// Takes an appeal against a decision from the person whom it concerns; the ticket, its clock and its result
/// are those of complaints.
///
/// [DSP-12](http://www.cac.gov.cn/2022-12/11/c_1672221949354811.htm)
@ApplicationScoped
public class FileAppeal {
    private final AppealableDecisions decisions;
    private final EnterAppeal enter;
    private final EntryRate rate;
    private final Ids ids;
    private final Clock clock;
    private final WorkingDays calendar = WorkingDays.published();

    FileAppeal(AppealableDecisions decisions, EnterAppeal enter, EntryRate rate, Ids ids, Clock clock) {
        this.decisions = decisions;
        this.enter = enter;
        this.rate = rate;
        this.ids = ids;
        this.clock = clock;
    }

    /// @param submission the reason, and how the person wants to be reached
    /// @throws io.mingshi.contracts.ProblemException `APPEAL_NOT_POSSIBLE`, `APPEAL_WAITS`,
    ///     `TOO_MANY_COMPLAINTS`, `MODULE_UNREACHABLE`
    public Accepted file(String statement, Submission submission, PersonId person) {
        rate.enter();
        AppealableDecision decision = decisions
                .find(statement)
                .filter(found -> found.person().equals(person))
                .orElseThrow(() -> APPEAL_NOT_POSSIBLE.with(
                        "no statement of reasons about you has this number: see GET" + " /api/moderation/mine"));
        Instant now = clock.instant();
        Filing filing = new Filing(
                "T-" + ids.next(),
                null,
                Filing.FoundBy.NOTHING,
                null,
                null,
                ResultLimit.APPEAL,
                submission.reason(),
                now,
                ResultLimit.APPEAL.due(now, calendar),
                new Appeal(statement, person, decision.decidedBy(), decision.second()));
        String secret = Secrets.next();
        enter.enter(filing, secret, submission.contact());
        return new Accepted(filing, secret);
    }

    /// The person's own appeals, the latest first.
    public List<Ticket> of(PersonId person) {
        return enter.of(person);
    }
}
