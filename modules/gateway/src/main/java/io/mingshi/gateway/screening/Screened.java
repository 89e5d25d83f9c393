package io.mingshi.gateway.screening;

import io.mingshi.contracts.event.ScreeningRecord;
import io.mingshi.screening.Verdict;
import java.util.Optional;

/// A verdict on a text; only [Screening] makes one, and only by screening.
public final class Screened {
    private final ScreeningRecord entry;
    private final boolean blocked;

    private Screened(ScreeningRecord entry, boolean blocked) {
        this.entry = entry;
        this.blocked = blocked;
    }

    static Screened of(String part, CompiledLibrary library, Optional<Verdict.Block> block) {
        return new Screened(
                new ScreeningRecord(
                        part,
                        block.isPresent() ? "BLOCK" : "ALLOW",
                        block.map(found -> found.rule().id()).orElse(null),
                        block.map(found -> found.rule().category()).orElse(null),
                        library.version(),
                        library.hash()),
                block.isPresent());
    }

    public boolean blocked() {
        return blocked;
    }

    /// The verdict as events and records carry it.
    public ScreeningRecord entry() {
        return entry;
    }
}
