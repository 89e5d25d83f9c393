package io.mingshi.gateway.held;

import static io.mingshi.gateway.GatewayProblem.NO_SUCH_REVIEW;
import static io.mingshi.gateway.GatewayProblem.TAKEN_DOWN;

import io.mingshi.contracts.ProblemException;
import io.mingshi.gateway.Media;
import io.mingshi.gateway.generation.ContentStore;
import io.mingshi.gateway.work.Work;
import io.mingshi.labels.MediaType;
import io.mingshi.servicekit.caller.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/// Shows reviewers what is held, and nothing else; every look is recorded.
@ApplicationScoped
public class ReadHeldWorks {
    private static final int PAGE = 100;

    private final HeldWorks held;
    private final ContentStore contents;

    ReadHeldWorks(HeldWorks held, ContentStore contents) {
        this.held = held;
        this.contents = contents;
    }

    public List<Work> waiting(Caller reviewer) {
        held.recordRead(reviewer, "*");
        return held.waiting(PAGE).stream()
                .filter(work -> !work.owner().equals(reviewer.person()))
                .toList();
    }

    public Work find(Caller reviewer, String review) {
        Work work = foreign(reviewer, review);
        held.recordRead(reviewer, review);
        return work;
    }

    /// The labelled bytes.
    public Media content(Caller reviewer, String review) {
        Work work = find(reviewer, review);
        if (work.takenDown()) {
            throw TAKEN_DOWN.with("the work " + work.produceId() + " was taken down");
        }
        var content = work.recordedContent().orElseThrow(() -> unknown(review));
        return new Media(MediaType.ofMimeType(content.mediaType()).orElseThrow(), contents.get(content.sha256()));
    }

    /// Nobody reviews what they had made themselves.
    private Work foreign(Caller reviewer, String review) {
        return held.find(review)
                .filter(work -> !work.owner().equals(reviewer.person()))
                .orElseThrow(() -> unknown(review));
    }

    private static ProblemException unknown(String review) {
        return NO_SUCH_REVIEW.with("nothing that you may review is held under the number " + review);
    }
}
