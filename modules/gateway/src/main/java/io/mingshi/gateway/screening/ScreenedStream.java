package io.mingshi.gateway.screening;

import io.mingshi.screening.Audience;
import io.mingshi.screening.StreamScreener;

/// One result under screening while it comes; holds back exactly what could still become part of a match.
///
/// Every choice and every call of a tool needs one of its own.
public final class ScreenedStream {
    private final CompiledLibrary library;
    private final StreamScreener screener;

    ScreenedStream(CompiledLibrary library, Audience audience) {
        this.library = library;
        this.screener = library.screener().stream(audience);
    }

    /// The text that may be sent now; after a match nothing more.
    public String push(String piece) {
        return screener.push(piece);
    }

    /// The rest that may be sent once nothing more comes.
    public String finish() {
        return screener.finish();
    }

    /// Whether something was found that is forbidden or that a person has to look at first.
    public boolean blocked() {
        return screener.stopped();
    }

    /// The verdict on what has come so far.
    public Screened verdict() {
        return Screened.of("output", library, screener.verdict());
    }
}
