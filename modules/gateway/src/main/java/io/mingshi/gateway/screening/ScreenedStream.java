package io.mingshi.gateway.screening;

import io.mingshi.screening.StreamScreener;

/// One result under screening while it comes; holds back exactly what could still become a forbidden term.
public final class ScreenedStream {
    private final CompiledLibrary library;
    private final StreamScreener screener;

    ScreenedStream(CompiledLibrary library) {
        this.library = library;
        this.screener = library.screener().stream();
    }

    /// The text that may be sent now; empty after a block.
    public String push(String piece) {
        return screener.push(piece);
    }

    /// The rest that may be sent once nothing more comes.
    public String finish() {
        return screener.finish();
    }

    public boolean blocked() {
        return screener.block().isPresent();
    }

    /// The verdict on what has come so far.
    public Screened verdict() {
        return Screened.of("output", library, screener.block());
    }
}
