package io.mingshi.moderation.review;

import io.mingshi.moderation.review.ReviewEvent.Step;
import java.util.List;

/// Where the events of reviews are kept; every method takes part in the current transaction.
public interface Reviews {
    /// Opens an item, which then waits; does nothing when it is there already.
    ///
    /// @return whether it is new
    boolean open(String review, Step opened);

    /// Adds what happened.
    void add(String review, Step step);

    /// Adds what happened last; the item waits no longer.
    void close(String review, Step step);

    /// All events of an item in their order, none when there is no such item.
    List<Step> history(String review);

    /// As [#history], and nobody else adds to it until the transaction ends.
    List<Step> historyForChange(String review);

    /// Items that wait, urgent ones first, then the oldest.
    List<Review> waiting(int limit);
}
