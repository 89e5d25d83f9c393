package io.mingshi.gateway.generation;

import io.mingshi.contracts.ContentKind;
import io.mingshi.contracts.ProduceId;
import io.mingshi.contracts.event.ScreeningRecord;
import io.mingshi.labels.LabeledContent;
import java.util.Optional;

/// A screened piece whose labels were read back from its very bytes; only [Labelling] makes one.
public final class Labelled {
    private final ProduceId work;
    private final LabeledContent content;
    private final ScreeningRecord verdict;
    private final String finishReason;
    private final Traces traces;
    private final Optional<Answer> answer;
    private final Optional<LabeledContent> unlabelled;

    Labelled(ProduceId work, LabeledContent content, ScreeningRecord verdict, String finishReason, Traces traces) {
        this(work, content, verdict, finishReason, traces, Optional.empty(), Optional.empty());
    }

    Labelled(ProduceId work, LabeledContent content, ScreeningRecord verdict, String finishReason, Answer answer) {
        this(work, content, verdict, finishReason, Traces.NONE, Optional.of(answer), Optional.empty());
    }

    private Labelled(
            ProduceId work,
            LabeledContent content,
            ScreeningRecord verdict,
            String finishReason,
            Traces traces,
            Optional<Answer> answer,
            Optional<LabeledContent> unlabelled) {
        this.answer = answer;
        this.work = work;
        this.content = content;
        this.verdict = verdict;
        this.finishReason = finishReason;
        this.traces = traces;
        this.unlabelled = unlabelled;
    }

    /// The same with the copy that has the implicit label alone.
    Labelled beside(Optional<LabeledContent> copy) {
        return new Labelled(work, content, verdict, finishReason, traces, answer, copy);
    }

    /// The copy without explicit label, kept in case the owner asks for it.
    public Optional<LabeledContent> unlabelled() {
        return unlabelled;
    }

    public ProduceId work() {
        return work;
    }

    public LabeledContent content() {
        return content;
    }

    public ScreeningRecord verdict() {
        return verdict;
    }

    /// By what it is known again without its metadata.
    public Traces traces() {
        return traces;
    }

    public ContentKind kind() {
        return switch (content.type().kind()) {
            case TEXT, DOCUMENT -> ContentKind.TEXT;
            case IMAGE -> ContentKind.IMAGE;
            case AUDIO -> ContentKind.AUDIO;
            case VIDEO -> ContentKind.VIDEO;
        };
    }

    /// What the client of a conversation is sent of it; empty for other kinds, and for what was sent already.
    Optional<Answer> answer() {
        return answer;
    }

    /// Why the text ends; empty for other kinds.
    String finishReason() {
        return finishReason;
    }
}
