package io.mingshi.governance.store;

import static java.util.Objects.requireNonNull;

import io.mingshi.contracts.ModelId;
import io.mingshi.governance.Review;
import io.mingshi.governance.Reviews;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class StoredReviews implements Reviews {
    @Override
    public Optional<Review> findForChange(String id) {
        return ReviewRow.<ReviewRow>findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .map(ReviewRow::review);
    }

    @Override
    public List<Review> of(ModelId model, String version) {
        return ReviewRow.<ReviewRow>find(
                        "model = ?1 and version = ?2 order by reviewedOn desc, decidedAt desc", model.value(), version)
                .stream()
                .map(ReviewRow::review)
                .toList();
    }

    @Override
    public List<Review> latest(int most) {
        return ReviewRow.<ReviewRow>find("order by recordedAt desc").page(0, most).stream()
                .map(ReviewRow::review)
                .toList();
    }

    @Override
    public void keep(Review review) {
        ReviewRow.of(review).persist();
    }

    @Override
    public void decide(Review decided) {
        ReviewRow row = requireNonNull(ReviewRow.<ReviewRow>findById(decided.id()));
        Review.Decision decision = requireNonNull(decided.decision());
        row.approver = decision.approver().value();
        row.approved = decision.approved();
        row.reason = decision.reason();
        row.decidedAt = decision.at();
    }
}
