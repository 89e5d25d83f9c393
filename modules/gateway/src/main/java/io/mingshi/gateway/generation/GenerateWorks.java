package io.mingshi.gateway.generation;

import static io.mingshi.gateway.GatewayProblem.HELD_FOR_REVIEW;

import io.mingshi.contracts.ProblemException;
import io.mingshi.gateway.Media;
import io.mingshi.gateway.Prompt;
import io.mingshi.gateway.admission.Admission;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Makes works from an admission: generate, review, label, store, record; what a person has to look at is held.
///
/// When any step fails nothing is delivered, and the refusal is kept.
@ApplicationScoped
public class GenerateWorks {
    private final Upstreams upstreams;
    private final Review review;
    private final Labelling labelling;
    private final Archive archive;
    private final Steps steps;

    GenerateWorks(Upstreams upstreams, Review review, Labelling labelling, Archive archive, Steps steps) {
        this.upstreams = upstreams;
        this.review = review;
        this.labelling = labelling;
        this.archive = archive;
        this.steps = steps;
    }

    /// Recorded works, ready to be sent, and what the model counted.
    public record Result(List<Recorded> works, Usage usage) {
        public Result {
            works = List.copyOf(works);
        }
    }

    /// @throws ProblemException when any step failed, and `HELD_FOR_REVIEW` when any of the works is held
    public Result generate(Admission admission) {
        Generated generated =
                steps.timed(admission, () -> upstreams.answering(admission).generate(admission));
        return new Result(finish(admission, generated), generated.usage());
    }

    /// The same for a film, which was made in a job.
    ///
    /// @throws io.mingshi.contracts.ProblemException when any step failed
    public Recorded film(Admission admission, Media film) {
        return finish(admission, new Generated(List.of(new Generated.Piece.Medium(film)), Usage.NONE))
                .getFirst();
    }

    private List<Recorded> finish(Admission admission, Generated generated) {
        List<Passed> passed = review.pass(admission, generated);
        List<Labelled> labelled = steps.orRefuse(
                admission,
                () -> passed.stream()
                        .map(one -> labelling.label(one, form(admission.prompt())))
                        .toList());
        review.refuseTakenDown(admission, labelled);
        List<Hold> holds = holds(passed, labelled);
        List<Recorded> works = steps.orRefuse(admission, () -> archive.record(admission, labelled, holds));
        if (!holds.isEmpty()) {
            throw held(holds, works);
        }
        return works;
    }

    private static Prompt.Form form(Prompt prompt) {
        return prompt instanceof Prompt.Chat chat ? chat.form() : Prompt.Form.TEXT;
    }

    private List<Hold> holds(List<Passed> passed, List<Labelled> labelled) {
        return IntStream.range(0, passed.size())
                .boxed()
                .flatMap(i ->
                        passed
                                .get(i)
                                .held()
                                .map(reason -> new Hold(labelled.get(i).work(), labelling.nextReview(), reason))
                                .stream())
                .toList();
    }

    /// Nothing of the request is sent while a part of it is held; what passed can be fetched.
    private static ProblemException held(List<Hold> holds, List<Recorded> passed) {
        return HELD_FOR_REVIEW.with("a person has to look at "
                + holds.stream()
                        .map(hold -> hold.work() + " (review " + hold.review() + ", " + hold.reason() + ")")
                        .collect(Collectors.joining(", "))
                + "; once released it is at /api/gateway/works/{ProduceID}/content"
                + (passed.isEmpty()
                        ? ""
                        : "; there already: "
                                + passed.stream()
                                        .map(work -> work.work().value())
                                        .collect(Collectors.joining(", "))));
    }
}
