package io.mingshi.gateway.generation;

import static io.mingshi.gateway.GatewayProblem.OUTPUT_BLOCKED;

import io.mingshi.contracts.event.ScreeningRecord;
import io.mingshi.gateway.admission.Admission;
import io.mingshi.gateway.admission.Consents;
import io.mingshi.gateway.admission.Decisions;
import io.mingshi.gateway.generation.Generated.Piece;
import io.mingshi.gateway.screening.Screening;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/// Reviews results before anything else happens to them.
///
/// A text gets a verdict of its own. Pictures and sounds have no reviewer yet: they rest on the verdict on their
/// prompt, and the record says so. [DSP-10](http://www.cac.gov.cn/2022-12/11/c_1672221949354811.htm)
@ApplicationScoped
class Review {
    private final Screening screening;
    private final Decisions decisions;
    private final Consents consents;

    Review(Screening screening, Decisions decisions, Consents consents) {
        this.screening = screening;
        this.decisions = decisions;
        this.consents = consents;
    }

    /// @throws io.mingshi.contracts.ProblemException `OUTPUT_BLOCKED` when any piece is forbidden, `CONSENT_REFUSED`
    ///     when a depicted person withdrew meanwhile: then none is delivered
    List<Passed> pass(Admission admission, Generated generated) {
        decisions.orRefuse(admission, () -> {
            consents.confirm(admission);
            return admission;
        });
        List<Passed> passed = new ArrayList<>();
        for (Piece piece : generated.pieces()) {
            passed.add(new Passed(piece, verdict(admission, piece)));
        }
        return passed;
    }

    private ScreeningRecord verdict(Admission admission, Piece piece) {
        return switch (piece) {
            case Piece.Medium _ -> admission.grounds().screening();
            case Piece.Text text -> {
                var verdict = decisions.orRefuse(
                        admission,
                        () -> screening.output(text.says(), admission.grounds().audience()));
                if (verdict.blocked()) {
                    var why = OUTPUT_BLOCKED.with("the rule " + verdict.entry().ruleId() + " of category "
                            + verdict.entry().category() + " forbids this result; ask differently");
                    decisions.refused(admission, why, verdict.entry());
                    throw why;
                }
                yield verdict.entry();
            }
        };
    }
}
