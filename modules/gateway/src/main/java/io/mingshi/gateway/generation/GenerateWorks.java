package io.mingshi.gateway.generation;

import io.mingshi.gateway.Media;
import io.mingshi.gateway.Prompt;
import io.mingshi.gateway.admission.Admission;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/// Makes works from an admission: generate, review, label, store, record.
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

    /// @throws io.mingshi.contracts.ProblemException when any step failed
    public Result generate(Admission admission) {
        var model = admission.prompt().model();
        Generated generated =
                steps.timed(admission, () -> upstreams.serving(model).generate(admission));
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
        return steps.orRefuse(
                admission,
                () -> archive.record(
                        admission,
                        passed.stream()
                                .map(one -> labelling.label(one, form(admission.prompt())))
                                .toList()));
    }

    private static Prompt.Form form(Prompt prompt) {
        return prompt instanceof Prompt.Chat chat ? chat.form() : Prompt.Form.TEXT;
    }
}
