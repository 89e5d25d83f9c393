package io.mingshi.moderation.review;

import io.mingshi.contracts.PersonId;
import io.mingshi.moderation.review.ReviewEvent.Claimed;
import io.mingshi.moderation.review.ReviewEvent.Contacted;
import io.mingshi.moderation.review.ReviewEvent.ContactsShown;
import io.mingshi.moderation.review.ReviewEvent.Decided;
import io.mingshi.moderation.review.ReviewEvent.Escalated;
import io.mingshi.moderation.review.ReviewEvent.GivenBack;
import io.mingshi.moderation.review.ReviewEvent.Opened;
import io.mingshi.moderation.review.ReviewEvent.Step;
import io.mingshi.moderation.review.ReviewEvent.Unveiled;
import io.mingshi.moderation.review.ReviewEvent.Veil;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// An item of the queue: what its events come to.
///
/// @param claim null while nobody works on it; one whose time is over counts no more
/// @param unveiled what whoever works on it asked away
/// @param decided null while it waits
/// @param steps how many events there are
/// @param contacted whether an officer called somebody, or had nobody to call
public record Review(
        String number,
        Opened opened,
        Instant openedAt,
        @Nullable Claim claim,
        boolean escalated,
        Set<Veil> unveiled,
        @Nullable Decided decided,
        int steps,
        boolean contacted) {

    /// Who works on it, and until when.
    public record Claim(PersonId by, Instant until) {}

    public Review {
        unveiled = Set.copyOf(unveiled);
    }

    /// @param steps all of one item in their order; the first one opens it
    public static Review of(String number, List<Step> steps) {
        if (steps.isEmpty() || !(steps.getFirst().event() instanceof Opened opened)) {
            throw new IllegalStateException("the history of the review " + number + " does not begin with its opening");
        }
        var review = new Review(number, opened, steps.getFirst().at(), null, opened.urgent(), Set.of(), null, 1, false);
        for (Step step : steps.subList(1, steps.size())) {
            review = review.after(step);
        }
        return review;
    }

    private Review after(Step step) {
        return switch (step.event()) {
            case Opened _ -> throw new IllegalStateException("the review " + number + " is opened twice");
            case Claimed claimed -> with(new Claim(step.by(), claimed.until()), escalated, Set.of(), decided);
            case GivenBack _ -> with(null, escalated, Set.of(), decided);
            case Escalated _ -> with(null, true, Set.of(), decided);
            case Unveiled seen -> with(claim, escalated, plus(seen.veil()), decided);
            case Decided now -> with(null, escalated, Set.of(), now);
            case ContactsShown _ -> with(claim, escalated, unveiled, decided);
            case Contacted _ -> with(claim, escalated, unveiled, decided).afterContact();
        };
    }

    private Review afterContact() {
        return new Review(number, opened, openedAt, claim, escalated, unveiled, decided, steps, true);
    }

    private Review with(@Nullable Claim claim, boolean escalated, Set<Veil> unveiled, @Nullable Decided decided) {
        return new Review(number, opened, openedAt, claim, escalated, unveiled, decided, steps + 1, contacted);
    }

    private Set<Veil> plus(Veil veil) {
        Set<Veil> all = EnumSet.of(veil);
        all.addAll(unveiled);
        return all;
    }

    /// Who works on it at this instant; null when nobody does.
    public @Nullable PersonId claimedBy(Instant now) {
        return claim != null && claim.until().isAfter(now) ? claim.by() : null;
    }
}
