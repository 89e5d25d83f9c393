package io.mingshi.gateway.admission;

import static io.mingshi.gateway.GatewayProblem.INPUT_BLOCKED;

import io.mingshi.contracts.ProblemException;
import io.mingshi.contracts.Sha256;
import io.mingshi.contracts.event.ScreeningRecord;
import io.mingshi.contracts.governance.ScreeningWaiver;
import io.mingshi.gateway.JsonEscapes;
import io.mingshi.gateway.Media;
import io.mingshi.gateway.Prompt;
import io.mingshi.gateway.input.HoldInputs;
import io.mingshi.gateway.input.HoldInputs.Sender;
import io.mingshi.gateway.screening.MediaScreening;
import io.mingshi.gateway.screening.Screened;
import io.mingshi.gateway.screening.ScreenedMedia;
import io.mingshi.gateway.screening.Screening;
import io.mingshi.screening.Audience;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reviews every part of an input before a model sees any of it.
///
/// Prohibited input is not generated from, and the rule that says so is kept. A picture or sound that a person has to
/// look at is held, and passes once it is released; a text that a person has to look at is refused, unless it is that
/// of a file that was released. Where the library wants a person to look at what comes of it, as for news, the verdict
/// says `REVIEW`.
/// [DSP-6](http://www.cac.gov.cn/2022-12/11/c_1672221949354811.htm)
@ApplicationScoped
class InputReview {
    private final Screening screening;
    private final MediaScreening media;
    private final HoldInputs inputs;

    InputReview(Screening screening, MediaScreening media, HoldInputs inputs) {
        this.inputs = inputs;
        this.screening = screening;
        this.media = media;
    }

    /// @param entry the verdict that refused, or the last of those that allowed
    record Verdict(ScreeningRecord entry, Optional<ProblemException> refusal) {}

    Verdict of(Sender sender, Prompt prompt, Audience audience, List<ScreeningWaiver> waivers) {
        var texts = texts(sender, prompt, audience);
        if (texts.blocked()) {
            return new Verdict(texts.entry(), Optional.of(blocked(texts.entry())));
        }
        Optional<ScreeningRecord> watched = screening.results(prompt.texts(), audience);
        ScreeningRecord last = texts.entry();
        for (Media part : prompt.media()) {
            ScreenedMedia screened = media.input(part, waivers, audience);
            last = screened.entry();
            switch (screened.outcome()) {
                case PASS -> {}
                case REFUSE -> {
                    return new Verdict(last, Optional.of(blocked(last)));
                }
                case HOLD -> {
                    try {
                        last = inputs.decided(sender, part, last);
                    } catch (ProblemException notReleased) {
                        return new Verdict(last, Optional.of(notReleased));
                    }
                }
            }
        }
        return new Verdict(watched.orElse(last), Optional.empty());
    }

    /// Texts of files that a person released are left out where nothing worse than a review is asked for.
    private Screened texts(Sender sender, Prompt prompt, Audience audience) {
        var screened = screening.input(prompt.texts(), audience);
        if (!screened.needsReview()) {
            return screened;
        }
        Set<String> released = prompt.texts().stream()
                .filter(text -> inputs.released(sender.person(), Sha256.of(text)))
                .flatMap(text -> Stream.of(text, JsonEscapes.read(text)))
                .collect(Collectors.toSet());
        return released.isEmpty()
                ? screened
                : screening.input(
                        prompt.texts().stream()
                                .filter(text -> !released.contains(text))
                                .toList(),
                        audience);
    }

    private static ProblemException blocked(ScreeningRecord verdict) {
        return INPUT_BLOCKED.with("the rule " + verdict.ruleId() + " of category " + verdict.category()
                + " forbids this input: rephrase it, or appeal with this rule's number");
    }
}
