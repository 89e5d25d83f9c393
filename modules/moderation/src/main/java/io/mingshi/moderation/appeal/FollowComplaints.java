package io.mingshi.moderation.appeal;

import io.mingshi.contracts.AdmissionId;
import io.mingshi.contracts.event.ComplaintEvent.AppealDecided;
import io.mingshi.contracts.event.ComplaintEvent.ComplaintResolved;
import io.mingshi.moderation.review.ReleaseReview;
import io.mingshi.moderation.sanction.EndSanction;
import io.mingshi.moderation.sanction.Violations;
import io.mingshi.moderation.statement.Statement;
import io.mingshi.moderation.statement.Statements;
import io.mingshi.moderation.takedown.RevokeTakedown;
import io.mingshi.moderation.takedown.TakeDown;
import jakarta.enterprise.context.ApplicationScoped;

/// Does here what an officer decided there: an upheld appeal ends the restriction, an upheld complaint takes
/// the work down.
///
/// The officer of an appeal is somebody else than the decider, so that two people stand behind what is
/// restored. [DSP-12](http://www.cac.gov.cn/2022-12/11/c_1672221949354811.htm)
@ApplicationScoped
public class FollowComplaints {
    private final Statements statements;
    private final EndSanction sanctions;
    private final RevokeTakedown revoke;
    private final TakeDown takeDown;
    private final ReleaseReview reviews;
    private final Violations violations;

    FollowComplaints(
            Statements statements,
            EndSanction sanctions,
            RevokeTakedown revoke,
            TakeDown takeDown,
            ReleaseReview reviews,
            Violations violations) {
        this.statements = statements;
        this.sanctions = sanctions;
        this.revoke = revoke;
        this.takeDown = takeDown;
        this.reviews = reviews;
        this.violations = violations;
    }

    /// What was held or withheld is released; a refusal that was wrong is counted against nobody.
    public void decided(AppealDecided appeal) {
        if (!appeal.upheld()) {
            return;
        }
        Statement statement = statements
                .find(appeal.statement())
                .orElseThrow(() -> new IllegalStateException("an appeal against an unknown statement was upheld"));
        switch (statement.restriction()) {
            case WARNING, RESTRICTION, SUSPENSION, CLOSURE ->
                sanctions.appealUpheld(statement.about(), appeal.officer());
            case TAKEDOWN -> revoke.appealUpheld(statement.about(), appeal.ticket(), appeal.officer());
            case REFUSAL -> violations.forget(new AdmissionId(statement.about()));
            case HOLD, WITHHOLDING -> reviews.appealUpheld(statement.about(), appeal.ticket(), appeal.officer());
        }
    }

    public void resolved(ComplaintResolved complaint) {
        if (complaint.takedown() && complaint.work() != null) {
            takeDown.complaintUpheld(complaint.work(), complaint.ticket(), complaint.officer(), complaint.resolvedAt());
        }
    }
}
