package io.mingshi.gateway.input;

import static io.mingshi.gateway.GatewayProblem.NO_SUCH_REVIEW;

import io.mingshi.gateway.Media;
import io.mingshi.labels.MediaType;
import io.mingshi.servicekit.caller.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/// Shows reviewers what is held of what people handed in; every look is recorded, and nobody reviews an own item.
@ApplicationScoped
public class ReadHeldInputs {
    private static final int PAGE = 100;

    private final HeldInputLedger ledger;
    private final HeldInputContents contents;

    ReadHeldInputs(HeldInputLedger ledger, HeldInputContents contents) {
        this.ledger = ledger;
        this.contents = contents;
    }

    public List<HeldInput> waiting(Caller reviewer) {
        ledger.recordRead(reviewer, "*");
        return ledger.waiting(PAGE).stream()
                .filter(input -> !input.owner().equals(reviewer.person()))
                .toList();
    }

    /// Empty where this is no number of an input.
    public Optional<HeldInput> find(Caller reviewer, String review) {
        Optional<HeldInput> found = ledger.find(review);
        found.ifPresent(input -> {
            if (input.owner().equals(reviewer.person())) {
                throw NO_SUCH_REVIEW.with("nothing that you may review is held under the number " + review);
            }
            ledger.recordRead(reviewer, review);
        });
        return found;
    }

    /// The bytes as they were handed in.
    public Optional<Media> content(Caller reviewer, String review) {
        return find(reviewer, review)
                .map(input ->
                        new Media(MediaType.ofMimeType(input.mediaType()).orElseThrow(), contents.showInput(review)));
    }
}
