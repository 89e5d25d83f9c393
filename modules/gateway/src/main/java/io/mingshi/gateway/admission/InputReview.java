package io.mingshi.gateway.admission;

import static io.mingshi.gateway.GatewayProblem.INPUT_BLOCKED;
import static io.mingshi.gateway.GatewayProblem.NO_CLASSIFIER;

import io.mingshi.contracts.ProblemException;
import io.mingshi.contracts.event.ScreeningRecord;
import io.mingshi.contracts.governance.ScreeningWaiver;
import io.mingshi.gateway.Media;
import io.mingshi.gateway.Prompt;
import io.mingshi.gateway.screening.MediaScreening;
import io.mingshi.gateway.screening.ScreenedMedia;
import io.mingshi.gateway.screening.Screening;
import io.mingshi.screening.Audience;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/// Reviews every part of an input before a model sees any of it.
///
/// Prohibited input is not generated from, and the rule that says so is kept. What a caller hands in is not kept, so
/// that no person could look at it later: where a person would have to, it is refused. Where the library
/// wants a person
/// to look at what comes of it, as for news, the verdict says `REVIEW`.
/// [DSP-6](http://www.cac.gov.cn/2022-12/11/c_1672221949354811.htm)
@ApplicationScoped
class InputReview {
    private final Screening screening;
    private final MediaScreening media;

    InputReview(Screening screening, MediaScreening media) {
        this.screening = screening;
        this.media = media;
    }

    /// @param entry the verdict that refused, or the last of those that allowed
    record Verdict(ScreeningRecord entry, Optional<ProblemException> refusal) {}

    Verdict of(Prompt prompt, Audience audience, List<ScreeningWaiver> waivers) {
        var texts = screening.input(prompt.texts(), audience);
        if (texts.blocked()) {
            return new Verdict(texts.entry(), Optional.of(blocked(texts.entry())));
        }
        Optional<ScreeningRecord> watched = screening.results(prompt.texts(), audience);
        ScreeningRecord last = texts.entry();
        for (Media part : prompt.media()) {
            ScreenedMedia screened = media.input(part, waivers);
            last = screened.entry();
            switch (screened.outcome()) {
                case PASS -> {}
                case REFUSE -> {
                    return new Verdict(last, Optional.of(blocked(last)));
                }
                case HOLD -> {
                    return new Verdict(last, Optional.of(unsettled(last)));
                }
            }
        }
        return new Verdict(watched.orElse(last), Optional.empty());
    }

    private static ProblemException unsettled(ScreeningRecord verdict) {
        return NO_CLASSIFIER.name().equals(verdict.ruleId())
                ? NO_CLASSIFIER.with("no classifier is set up that could screen what you sent, and the model has no"
                        + " waiver: leave it out, or ask the provider")
                : blocked(verdict);
    }

    private static ProblemException blocked(ScreeningRecord verdict) {
        return INPUT_BLOCKED.with("the rule " + verdict.ruleId() + " of category " + verdict.category()
                + " forbids this input: rephrase it, or appeal with this rule's number");
    }
}
