package io.mingshi.records.retention;

import static io.mingshi.records.RecordsProblem.HOLD_INCOMPLETE;
import static io.mingshi.records.RecordsProblem.HOLD_STATE;
import static io.mingshi.records.RecordsProblem.NO_SUCH_HOLD;
import static io.mingshi.records.RecordsProblem.SECOND_OFFICER;

import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.event.RecordsEvent.LegalHoldChanged;
import io.mingshi.records.Announcements;
import io.mingshi.records.retention.LegalHold.Release;
import io.mingshi.records.retention.LegalHold.State;
import io.mingshi.records.retention.LegalHold.Step;
import io.mingshi.servicekit.id.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Objects;

/// Puts records on legal hold and releases them; each needs two officers, and each step is a record.
@ApplicationScoped
public class HoldRecords {
    private static final int LONGEST_CASE_NUMBER = 200;
    private static final int LONGEST_REASON = 2_000;

    private final LegalHolds holds;
    private final Announcements events;
    private final Ids ids;
    private final Clock clock;

    HoldRecords(LegalHolds holds, Announcements events, Ids ids, Clock clock) {
        this.holds = holds;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    /// Asks for a hold; from now on it protects for [LegalHold#DECISION].
    @Transactional
    public LegalHold request(String caseNumber, HoldScope scope, String reason, PersonId by) {
        requireText("the case number", caseNumber, LONGEST_CASE_NUMBER);
        requireText("the reason", reason, LONGEST_REASON);
        var hold = new LegalHold(ids.next(), caseNumber.strip(), scope, reason.strip(), step(by), null, null, null);
        holds.keep(hold);
        publish(hold, "REQUESTED", hold.reason(), hold.requested());
        return hold;
    }

    /// Puts it in force.
    @Transactional
    public LegalHold approve(String id, PersonId by) {
        LegalHold hold = find(id, State.REQUESTED);
        requireAnother(hold.requested(), by);
        Step step = step(by);
        holds.approved(id, step);
        publish(hold, "APPROVED", hold.reason(), step);
        return find(id, State.IN_FORCE);
    }

    /// Asks to end it; it stays in force.
    @Transactional
    public LegalHold requestRelease(String id, String reason, PersonId by) {
        requireText("the reason", reason, LONGEST_REASON);
        LegalHold hold = find(id, State.IN_FORCE);
        var release = new Release(reason.strip(), step(by));
        holds.releaseRequested(id, release);
        publish(hold, "RELEASE_REQUESTED", release.reason(), release.step());
        return find(id, State.RELEASE_REQUESTED);
    }

    /// Ends it; what is past its period goes with the next run.
    @Transactional
    public LegalHold release(String id, PersonId by) {
        LegalHold hold = find(id, State.RELEASE_REQUESTED);
        Release wanted = Objects.requireNonNull(hold.releaseRequested());
        requireAnother(wanted.step(), by);
        Step step = step(by);
        holds.released(id, step);
        publish(hold, "RELEASED", wanted.reason(), step);
        return find(id, State.RELEASED);
    }

    /// All of them, the newest first.
    @Transactional
    public List<LegalHold> all() {
        return holds.all();
    }

    private LegalHold find(String id, State wanted) {
        LegalHold hold = holds.findForChange(id)
                .orElseThrow(() -> NO_SUCH_HOLD.with("no legal hold has the id " + id + ": look at the list of them"));
        State state = hold.state(clock.instant());
        if (state != wanted) {
            throw HOLD_STATE.with(
                    "the legal hold " + id + " is " + state + " and not " + wanted + ": look at the list of them");
        }
        return hold;
    }

    private static void requireAnother(Step first, PersonId by) {
        if (first.by().equals(by)) {
            throw SECOND_OFFICER.with("whoever asked for it cannot approve it: let another officer do so");
        }
    }

    private static void requireText(String what, String text, int longest) {
        if (text.isBlank() || text.length() > longest) {
            throw HOLD_INCOMPLETE.with(what + " is missing or longer than " + longest + " characters");
        }
    }

    private Step step(PersonId by) {
        return new Step(by, clock.instant());
    }

    private void publish(LegalHold hold, String step, String reason, Step done) {
        events.publish(new LegalHoldChanged(
                hold.id(), hold.caseNumber(), step, hold.scope().toString(), reason, done.by(), done.at()));
    }
}
