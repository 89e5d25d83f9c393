package io.mingshi.governance;

import static io.mingshi.governance.GovernanceProblem.NO_SUCH_MODEL_REVIEW;
import static io.mingshi.governance.GovernanceProblem.REVIEW_DECIDED;
import static io.mingshi.governance.GovernanceProblem.REVIEW_INCOMPLETE;
import static io.mingshi.governance.GovernanceProblem.REVIEW_MISSING;
import static io.mingshi.governance.GovernanceProblem.SAME_REVIEWER;

import io.mingshi.contracts.ModelId;
import io.mingshi.contracts.PersonId;
import io.mingshi.servicekit.id.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Keeps the periodic reviews of algorithms and models: one person finds, another approves, and only what is approved
/// and recent enough lets a version go live.
///
/// [DSP-15](http://www.cac.gov.cn/2022-12/11/c_1672221949354811.htm)
@ApplicationScoped
public class ReviewModels {
    private static final int LONGEST_VERSION = 64;
    private static final int LONGEST_FINDINGS = 10_000;
    private static final int LONGEST_REASON = 1000;
    private static final int AT_ONCE = 200;

    private final Reviews reviews;
    private final Policy policy;
    private final Ids ids;
    private final Clock clock;

    ReviewModels(Reviews reviews, Policy policy, Ids ids, Clock clock) {
        this.reviews = reviews;
        this.policy = policy;
        this.ids = ids;
        this.clock = clock;
    }

    /// @param reviewedOn the day; null is refused
    @Transactional
    public Review record(
            ModelId model, String version, @Nullable LocalDate reviewedOn, String findings, PersonId reviewer) {
        LocalDate today = LocalDate.now(clock);
        if (reviewedOn == null || reviewedOn.isAfter(today)) {
            throw REVIEW_INCOMPLETE.with("give reviewedOn, the day of the review, today or before: " + today);
        }
        var review = new Review(
                ids.next(),
                model,
                text("version", version, LONGEST_VERSION),
                reviewedOn,
                text("findings", findings, LONGEST_FINDINGS),
                reviewer,
                clock.instant(),
                null);
        reviews.keep(review);
        return review;
    }

    /// Once, and never by who reviewed.
    @Transactional
    public Review decide(String id, boolean approved, String reason, PersonId approver) {
        Review review =
                reviews.findForChange(id).orElseThrow(() -> NO_SUCH_MODEL_REVIEW.with("no review has the id " + id));
        if (review.reviewer().equals(approver)) {
            throw SAME_REVIEWER.with("you reviewed it yourself: another officer approves or refuses");
        }
        if (review.decision() != null) {
            throw REVIEW_DECIDED.with("this review was decided already: record another one");
        }
        Review decided = review.decided(
                new Review.Decision(approver, approved, text("reason", reason, LONGEST_REASON), clock.instant()));
        reviews.decide(decided);
        return decided;
    }

    @Transactional
    public List<Review> latest() {
        return reviews.latest(AT_ONCE);
    }

    /// A version whose approved review is older than the interval is not promoted, nor one without any, or whose
    /// latest was refused.
    ///
    /// @throws io.mingshi.contracts.ProblemException `REVIEW_MISSING`
    void requireInForce(ModelId model, String version) {
        LocalDate today = LocalDate.now(clock);
        LocalDate until = reviews.of(model, version).stream()
                .filter(Review::isDecided)
                .findFirst()
                .filter(Review::isApproved)
                .map(review -> policy.assessedUntil(review.reviewedOn()))
                .orElseThrow(
                        () -> REVIEW_MISSING.with(
                                "version " + version + " of " + model
                                        + " has no approved review: record one at /api/governance/reviews and let an officer approve it"));
        if (until.isBefore(today)) {
            throw REVIEW_MISSING.with("the review of version " + version + " counted until " + until
                    + ": review it again before it goes live");
        }
    }

    private static String text(String field, String text, int longest) {
        if (text.isBlank() || text.length() > longest) {
            throw REVIEW_INCOMPLETE.with("the field " + field + " needs 1 to " + longest + " characters");
        }
        return text.strip();
    }
}
