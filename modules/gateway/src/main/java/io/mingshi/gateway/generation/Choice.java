package io.mingshi.gateway.generation;

import io.mingshi.contracts.ProduceId;
import io.mingshi.gateway.Prompt.Form;
import io.mingshi.gateway.screening.ScreenedStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One of the answers that a stream carries: its text and calls, each screened by itself, and how it ends.
final class Choice {
    private static final String BLOCKED = "content_filter";
    private static final Set<String> REASONS = Set.of("stop", "length", "tool_calls", BLOCKED);

    private final int index;
    private final ProduceId work;
    private final Form form;
    private final Supplier<ScreenedStream> screens;
    private final StreamedText text;
    private final Map<Integer, OpenCall> calls = new TreeMap<>();
    private final StringBuilder sent = new StringBuilder();
    private final List<OpenCall> sentCalls = new ArrayList<>();
    private boolean noticed;
    private @Nullable ScreenedStream blocking;
    private @Nullable String finishReason;

    Choice(int index, ProduceId work, Form form, Supplier<ScreenedStream> screens) {
        this.index = index;
        this.work = work;
        this.form = form;
        this.screens = screens;
        this.text = new StreamedText(screens);
    }

    ProduceId work() {
        return work;
    }

    boolean ended() {
        return finishReason != null;
    }

    /// Whether anything was handed out to be sent.
    boolean begun() {
        return !sent.isEmpty() || !sentCalls.isEmpty();
    }

    /// What is sent before the model has said anything.
    List<Frame> begin(String notice) {
        return switch (form) {
            case TEXT -> inside(notice, "");
            case DATA -> beside(notice);
            case TEXT_OR_CALLS -> List.of();
        };
    }

    /// The part of this piece, and of those held back before, that may be sent.
    List<Frame> take(TextStream.Piece piece, String notice) {
        List<Frame> frames = new ArrayList<>();
        if (!ended()) {
            say(text.push(piece.text()), notice, frames);
            stopIfBlocked(text.screening());
        }
        for (TextStream.CallPiece call : piece.calls()) {
            take(call, notice, frames);
        }
        if (!ended() && piece.finishReason() != null) {
            end(piece.finishReason(), notice, frames);
        }
        return noticedAtLast(frames, notice);
    }

    /// The rest, when the model is done without having said why.
    List<Frame> endIfOpen(String notice) {
        List<Frame> frames = new ArrayList<>();
        if (!ended()) {
            end("stop", notice, frames);
        }
        return noticedAtLast(frames, notice);
    }

    private void take(TextStream.CallPiece piece, String notice, List<Frame> frames) {
        if (ended() || piece.call() < 0 || piece.call() >= ToolCall.MOST) {
            return;
        }
        OpenCall call = calls.computeIfAbsent(piece.call(), _ -> new OpenCall(index, calls.size(), work, screens));
        say(call.take(piece), notice, frames);
        stopIfBlocked(call.blocking());
    }

    private void end(String reason, String notice, List<Frame> frames) {
        say(text.finish(), notice, frames);
        stopIfBlocked(text.screening());
        for (OpenCall call : calls.values()) {
            if (!ended()) {
                say(call.finish(), notice, frames);
                stopIfBlocked(call.blocking());
            }
        }
        if (!ended()) {
            finishReason = REASONS.contains(reason) ? reason : "stop";
        }
    }

    private void say(String released, String notice, List<Frame> frames) {
        if (!released.isEmpty()) {
            if (!noticed) {
                frames.addAll(inside(notice, released));
            } else {
                frames.add(new Frame.Text(index, released));
            }
        }
    }

    private void say(List<Frame> released, String notice, List<Frame> frames) {
        if (!released.isEmpty() && !noticed) {
            frames.addAll(beside(notice));
        }
        frames.addAll(released);
    }

    private List<Frame> inside(String notice, String released) {
        noticed = true;
        return List.of(new Frame.Text(index, notice + released));
    }

    private List<Frame> beside(String notice) {
        noticed = true;
        return List.of(new Frame.Beside(index, notice));
    }

    /// An answer of which nothing may be sent is still a work with its notice.
    private List<Frame> noticedAtLast(List<Frame> frames, String notice) {
        if (ended() && !noticed) {
            frames.addAll(inside(notice, ""));
        }
        return frames;
    }

    private void stopIfBlocked(ScreenedStream screening) {
        if (!ended() && screening.blocked()) {
            blocking = screening;
            finishReason = BLOCKED;
        }
    }

    /// Counts it as sent: it is on its way from here on.
    void sent(Frame frame) {
        switch (frame) {
            case Frame.Text said -> sent.append(said.text());
            case Frame.Beside beside -> sent.append(beside.notice());
            case Frame.CallBegun begun -> sentCalls.add(call(begun.call()));
            case Frame.CallArguments more -> call(more.call()).sent(more.arguments());
        }
    }

    private OpenCall call(int number) {
        return calls.values().stream()
                .filter(call -> call.number() == number)
                .findFirst()
                .orElseThrow();
    }

    Labelled label(Labelling labelling) {
        var whole = new StringBuilder(sent);
        sentCalls.forEach(call -> whole.append(call.asSent().written()));
        var screening = Optional.ofNullable(blocking).orElse(text.screening());
        return labelling.labelSent(
                work, whole.toString(), screening.verdict().entry(), finishReason == null ? "" : finishReason);
    }
}
