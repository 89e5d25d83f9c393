package io.mingshi.gateway.screening;

import io.mingshi.contracts.event.ScreeningRecord;
import io.mingshi.screening.Rule;
import io.mingshi.screening.Verdict;
import org.jspecify.annotations.Nullable;

/// A verdict on a text; only [Screening] makes one, and only by screening.
public final class Screened {
    private final ScreeningRecord entry;
    private final Verdict verdict;

    private Screened(ScreeningRecord entry, Verdict verdict) {
        this.entry = entry;
        this.verdict = verdict;
    }

    static Screened of(String part, CompiledLibrary library, Verdict verdict) {
        return switch (verdict) {
            case Verdict.Allow() -> of(part, library, verdict, "ALLOW", null);
            case Verdict.Review(Rule rule, int _, int _) -> of(part, library, verdict, "REVIEW", rule);
            case Verdict.Block(Rule rule, int _, int _) -> of(part, library, verdict, "BLOCK", rule);
        };
    }

    private static Screened of(
            String part, CompiledLibrary library, Verdict verdict, String name, @Nullable Rule rule) {
        String id = rule == null ? null : rule.id();
        String category = rule == null ? null : rule.category();
        return new Screened(new ScreeningRecord(part, name, id, category, library.version(), library.hash()), verdict);
    }

    /// Whether it may not go on as it is: it is forbidden, or a person has to look at it first.
    public boolean blocked() {
        return !(verdict instanceof Verdict.Allow);
    }

    /// Whether it is not forbidden, but a person has to look at it before it goes on.
    public boolean needsReview() {
        return verdict instanceof Verdict.Review;
    }

    /// The verdict as events and records carry it.
    public ScreeningRecord entry() {
        return entry;
    }
}
