package io.mingshi.gateway.generation;

import static io.mingshi.gateway.GatewayProblem.OUTPUT_BLOCKED;

import io.mingshi.contracts.ProblemException;
import io.mingshi.contracts.event.ScreeningRecord;
import io.mingshi.gateway.admission.Admission;
import io.mingshi.gateway.admission.Appeal;
import io.mingshi.gateway.admission.Consents;
import io.mingshi.gateway.admission.Decisions;
import io.mingshi.gateway.generation.Generated.Piece;
import io.mingshi.gateway.screening.MediaScreening;
import io.mingshi.gateway.screening.Screening;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reviews results before anything else happens to them: each gets a verdict of its own.
///
/// What a person has to look at passes as held: it is labelled and recorded, and not handed out.
/// [DSP-10](http://www.cac.gov.cn/2022-12/11/c_1672221949354811.htm)
@ApplicationScoped
class Review {
    private final Screening screening;
    private final MediaScreening media;
    private final Decisions decisions;
    private final Consents consents;

    Review(Screening screening, MediaScreening media, Decisions decisions, Consents consents) {
        this.screening = screening;
        this.media = media;
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
            passed.add(passed(admission, piece, decisions.orRefuse(admission, () -> verdict(admission, piece))));
        }
        return passed;
    }

    private ScreeningRecord verdict(Admission admission, Piece piece) {
        return switch (piece) {
            case Piece.Medium medium ->
                media.output(
                                medium.media(),
                                admission.grounds().waivers(),
                                admission.grounds().audience())
                        .entry();
            case Piece.Text text ->
                screening.output(text.says(), admission.grounds().audience()).entry();
        };
    }

    private Passed passed(Admission admission, Piece piece, ScreeningRecord verdict) {
        String foreword = admission.grounds().turn().foreword();
        return switch (verdict.verdict()) {
            case "ALLOW" -> new Passed(piece, verdict, admission.grounds().resultsHeld(), foreword);
            case "REVIEW" ->
                new Passed(
                        piece,
                        verdict,
                        admission.grounds().resultsHeld().or(() -> Optional.of(String.valueOf(verdict.ruleId()))),
                        foreword);
            default -> throw refused(admission, verdict);
        };
    }

    /// Looks at labelled works once more, as they would be delivered: one that was taken down does not come back.
    ///
    /// @throws io.mingshi.contracts.ProblemException `OUTPUT_BLOCKED`
    void refuseTakenDown(Admission admission, List<Labelled> works) {
        for (Labelled work : works) {
            decisions
                    .orRefuse(admission, () -> work.traces().fingerprint().flatMap(media::takenDownAlike))
                    .ifPresent(verdict -> {
                        throw refused(admission, verdict);
                    });
        }
    }

    private ProblemException refused(Admission admission, ScreeningRecord verdict) {
        var why = OUTPUT_BLOCKED.with("the rule " + verdict.ruleId() + " of category " + verdict.category()
                + " forbids this result; ask differently");
        decisions.refused(admission, why, verdict);
        return Appeal.offered(why, admission.id());
    }
}
