package io.mingshi.gateway.generation;

import io.mingshi.contracts.ProduceId;
import io.mingshi.gateway.Prompt;
import io.mingshi.gateway.admission.Admission;
import io.mingshi.gateway.screening.Screening;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.IntStream;

/// Answers a conversation while the answer is being made.
@ApplicationScoped
public class StreamText {
    private final Upstreams upstreams;
    private final Screening screening;
    private final Labelling labelling;
    private final Archive archive;
    private final Steps steps;

    StreamText(Upstreams upstreams, Screening screening, Labelling labelling, Archive archive, Steps steps) {
        this.upstreams = upstreams;
        this.screening = screening;
        this.labelling = labelling;
        this.archive = archive;
        this.steps = steps;
    }

    /// The model has begun, the consents hold still, and the works are open in the journal: only now may a first byte
    /// leave.
    ///
    /// @throws io.mingshi.contracts.ProblemException when any step failed
    public OpenStream open(Admission admission, Prompt.Chat chat) {
        var choices = steps.orRefuse(
                admission,
                () -> IntStream.range(0, chat.choices())
                        .mapToObj(i -> new Choice(
                                i,
                                labelling.nextNumber(),
                                chat.form(),
                                () -> screening.outputStream(admission.grounds().audience())))
                        .toList());
        TextStream upstream =
                steps.timed(admission, () -> steps.limited(upstreams.answering(admission).stream(admission)));
        try {
            List<ProduceId> works = choices.stream().map(Choice::work).toList();
            return steps.agreed(admission, () -> {
                archive.open(admission, works);
                return new OpenStream(admission, upstream, choices, labelling, archive);
            });
        } catch (RuntimeException e) {
            upstream.close();
            throw e;
        }
    }
}
