package io.mingshi.labeling;

import static io.mingshi.labeling.LabelingProblem.NUMBER_TAKEN;

import io.mingshi.contracts.event.LabelingEvent.ContentLabelled;
import io.mingshi.contracts.event.LabelingEvent.ContentTakenIn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Locale;
import java.util.Optional;

/// Writes down what was done before a file leaves, together with the fact that tells others.
@ApplicationScoped
public class Ledger {
    private final Intakes intakes;
    private final OwnWorks works;
    private final LabelingFacts facts;

    Ledger(Intakes intakes, OwnWorks works, LabelingFacts facts) {
        this.intakes = intakes;
        this.works = works;
        this.facts = facts;
    }

    /// A file was taken in.
    @Transactional
    void enter(Intake intake) {
        intakes.add(intake);
        facts.publish(new ContentTakenIn(
                intake.number(),
                intake.uploader(),
                intake.declared(),
                intake.decision().notice().name().toUpperCase(Locale.ROOT),
                intake.decision().label().orElse(null),
                intake.decision().tampered(),
                intake.received(),
                intake.spread(),
                intake.at()));
    }

    /// A file was labelled in the provider's name.
    ///
    /// @throws io.mingshi.contracts.ProblemException `NUMBER_TAKEN`
    @Transactional
    void enter(ContentLabelled labelled, Optional<Long> watermark, Optional<String> pixels) {
        if (!works.add(labelled.number(), watermark, pixels)) {
            throw NUMBER_TAKEN.with("another work has the number " + labelled.number()
                    + ": leave produceId out, or choose one that was never used");
        }
        facts.publish(labelled);
    }
}
