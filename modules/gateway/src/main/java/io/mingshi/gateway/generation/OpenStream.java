package io.mingshi.gateway.generation;

import io.mingshi.contracts.ProduceId;
import io.mingshi.gateway.admission.Admission;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Semaphore;
import java.util.function.Predicate;
import org.jboss.logging.Logger;

/// Works that leave while they are being made, each with its notice before anything else of it.
///
/// What [#next()] hands out was screened and counts as sent. Whatever ends the stream, [#close()] records what
/// was sent: nothing that left is unrecorded. For one thread, except for [#cancel()].
public final class OpenStream implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(OpenStream.class);

    /// Thousands of streams may be cut at once, by a network or a proxy that fails. They wait here, where no wait is
    /// too
    /// long, rather than for a connection of the database, which is given up after a time.
    private static final Semaphore RECORDING = new Semaphore(8, true);

    private final Admission admission;
    private final TextStream upstream;
    private final List<Choice> choices;
    private final Labelling labelling;
    private final String notice;
    private final Archive archive;
    private final Queue<Frame> waiting = new ArrayDeque<>();
    private boolean recorded;

    OpenStream(Admission admission, TextStream upstream, List<Choice> choices, Labelling labelling, Archive archive) {
        this.admission = admission;
        this.upstream = upstream;
        this.choices = List.copyOf(choices);
        this.labelling = labelling;
        this.archive = archive;
        this.notice = labelling.notice() + admission.grounds().turn().foreword();
        choices.forEach(choice -> waiting.addAll(choice.begin(notice)));
    }

    /// The numbers of the works, in the order of the choices.
    public List<ProduceId> works() {
        return choices.stream().map(Choice::work).toList();
    }

    /// The next text to send, waited for; empty when every choice has ended.
    ///
    /// @throws io.mingshi.contracts.ProblemException `UPSTREAM_FAILED` when the model broke off
    public Optional<Frame> next() {
        while (waiting.isEmpty() && !choices.stream().allMatch(Choice::ended)) {
            upstream.next().ifPresentOrElse(this::take, this::end);
        }
        Optional<Frame> frame = Optional.ofNullable(waiting.poll());
        frame.ifPresent(next -> choices.get(next.choice()).sent(next));
        return frame;
    }

    private void take(TextStream.Piece piece) {
        if (piece.choice() >= 0 && piece.choice() < choices.size()) {
            waiting.addAll(choices.get(piece.choice()).take(piece, notice));
        }
    }

    private void end() {
        choices.forEach(choice -> waiting.addAll(choice.endIfOpen(notice)));
    }

    /// Stores and records the complete works; only then may the stream's end be sent.
    ///
    /// @throws io.mingshi.contracts.ProblemException when that fails; then nothing may say that it is complete
    public List<Recorded> complete() {
        var committed = archive.complete(admission, labelled(Choice::begun));
        recorded = true;
        return committed;
    }

    public Usage usage() {
        return upstream.usage();
    }

    /// Ends it from another thread, because the client has left.
    public void cancel() {
        upstream.close();
    }

    /// Ends the model's work, and records what was sent unless that has happened.
    @Override
    public void close() {
        upstream.close();
        if (recorded) {
            return;
        }
        recorded = true;
        RECORDING.acquireUninterruptibly();
        try {
            archive.complete(admission, labelled(Choice::begun));
            archive.abandon(
                    choices.stream()
                            .filter(Predicate.not(Choice::begun))
                            .map(Choice::work)
                            .toList(),
                    "the stream was interrupted before anything was sent");
        } catch (RuntimeException e) {
            // the rows stay open and the sweep abandons them: the record then says that the content is not known
            LOG.errorf(e, "admission %s: what was sent of an interrupted stream is not recorded", admission.id());
        } finally {
            RECORDING.release();
        }
    }

    private List<Labelled> labelled(Predicate<Choice> which) {
        return choices.stream()
                .filter(which)
                .map(choice -> choice.label(labelling))
                .toList();
    }
}
