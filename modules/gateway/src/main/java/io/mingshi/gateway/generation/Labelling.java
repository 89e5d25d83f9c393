package io.mingshi.gateway.generation;

import static io.mingshi.gateway.GatewayProblem.LABEL_FAILED;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.mingshi.contracts.ProduceId;
import io.mingshi.contracts.event.ScreeningRecord;
import io.mingshi.gateway.Media;
import io.mingshi.gateway.Prompt;
import io.mingshi.gateway.generation.Generated.Piece;
import io.mingshi.labels.ExplicitPolicy;
import io.mingshi.labels.LabelEngine;
import io.mingshi.labels.LabelException;
import io.mingshi.labels.LabelRequest;
import io.mingshi.labels.LabeledContent;
import io.mingshi.labels.MediaType;
import io.mingshi.labels.watermark.WatermarkKey;
import io.mingshi.servicekit.id.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/// Labels what passed the review; what does not read back is not delivered.
///
/// [DSP-16, DSP-17](http://www.cac.gov.cn/2022-12/11/c_1672221949354811.htm)
@ApplicationScoped
class Labelling {
    private static final Logger LOG = Logger.getLogger(Labelling.class);

    private final LabelEngine engine;
    private final Ids ids;
    private final Optional<WatermarkKey> watermark;
    private final boolean copies;

    /// @param copiesKept how long copies without explicit label are kept for their owners; none are made when zero
    /// @param watermarkKey Base64; with it the number of a work is also hidden in pictures that are large enough
    Labelling(
            LabelEngine engine,
            Ids ids,
            @ConfigProperty(name = "mingshi.watermark-key") Optional<String> watermarkKey,
            @ConfigProperty(name = "mingshi.gateway.unlabelled.kept", defaultValue = "PT0S") Duration copiesKept) {
        this.copies = copiesKept.isPositive();
        this.engine = engine;
        this.ids = ids;
        this.watermark =
                watermarkKey.map(key -> WatermarkKey.of(Base64.getDecoder().decode(key)));
    }

    ProduceId nextNumber() {
        return new ProduceId(ids.next());
    }

    /// A number under which a work is held.
    String nextReview() {
        return ids.next();
    }

    /// The line that every text begins with.
    String notice() {
        return engine.textNotice();
    }

    /// @param form how an answer is read, which decides where its notice goes
    Labelled label(Passed passed, Prompt.Form form) {
        ProduceId work = nextNumber();
        return switch (passed.piece()) {
            case Piece.Text text -> labelText(work, passed, text, form);
            case Piece.Medium medium -> {
                Marked marked = readBack(() -> labelMedium(medium.media(), engine.request(work.value())));
                yield new Labelled(work, marked.content(), passed.verdict(), "", marked.traces())
                        .beside(
                                copies
                                        ? Optional.of(readBack(() -> implicit(medium.media(), work.value())))
                                        : Optional.empty());
            }
        };
    }

    /// The record holds the notice, the text and the calls, in this order. JSON, and calls without a text, are sent
    /// without the notice inside: there it goes beside them in the same message.
    private Labelled labelText(ProduceId work, Passed passed, Piece.Text text, Prompt.Form form) {
        String calls = text.writtenCalls();
        String recorded = passed.foreword() + text.text() + calls;
        var content = readBack(() -> engine.label(MediaType.TEXT, recorded.getBytes(UTF_8), work.value()));
        boolean beside = form == Prompt.Form.DATA
                || (text.text().isEmpty() && !text.calls().isEmpty());
        String whole = new String(content.bytes(), UTF_8);
        var answer = new Answer(
                beside ? text.text() : whole.substring(0, whole.length() - calls.length()),
                text.calls(),
                beside ? Optional.of(notice() + passed.foreword()) : Optional.empty());
        return new Labelled(work, content, passed.verdict(), text.finishReason(), answer);
    }

    /// Accepts a text that was sent piece by piece.
    ///
    /// @param sent everything that was sent, from the notice on
    Labelled labelSent(ProduceId work, String sent, ScreeningRecord verdict, String finishReason) {
        return new Labelled(
                work, readBack(() -> engine.labelStreamed(sent, work.value())), verdict, finishReason, Traces.NONE);
    }

    private record Marked(LabeledContent content, Traces traces) {
        static Marked of(LabeledContent content, Optional<WatermarkKey> watermark) {
            return new Marked(content, Traces.of(content, watermark));
        }
    }

    /// The copy for the route of [LAB-9](https://www.cac.gov.cn/2025-03/14/c_1743654684782215.htm): everything but
    /// the explicit label.
    private LabeledContent implicit(Media media, String work) {
        return labelMedium(media, engine.request(work).with(ExplicitPolicy.NONE))
                .content();
    }

    /// A watermark is a plus: pictures too small to carry one, and other media, go without.
    private Marked labelMedium(Media media, LabelRequest request) {
        Optional<WatermarkKey> key =
                media.type() == MediaType.PNG || media.type() == MediaType.JPEG ? watermark : Optional.empty();
        try {
            LabelRequest wanted = key.map(request::watermarkedWith).orElse(request);
            return Marked.of(engine.label(media.type(), media.bytes(), wanted), key);
        } catch (LabelException refused) {
            if (refused.code() != LabelException.Code.NO_ROOM_FOR_WATERMARK) {
                throw refused;
            }
            return Marked.of(engine.label(media.type(), media.bytes(), request), Optional.empty());
        }
    }

    private static <T> T readBack(Supplier<T> labelling) {
        try {
            return labelling.get();
        } catch (LabelException e) {
            LOG.warnf("a result was not labelled: %s: %s", e.code(), e.getMessage());
            throw LABEL_FAILED.with("the result could not be labelled (" + e.code() + ") and is not delivered");
        }
    }
}
