package io.mingshi.gateway.screening;

import io.mingshi.contracts.moderation.FeatureLibraries;
import io.mingshi.screening.Verdict;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Reviews what goes in and what comes out, against the feature library that is in force at that moment.
///
/// The compiled library is kept while its version stays the same; the version is asked for every time. Where that
/// question is not answered there is no verdict, and without a verdict nothing is generated or delivered
/// ([DSP-10](http://www.cac.gov.cn/2022-12/11/c_1672221949354811.htm)).
@ApplicationScoped
public class Screening {
    private final FeatureLibraries libraries;
    private final AtomicReference<@Nullable CompiledLibrary> kept = new AtomicReference<>();

    Screening(FeatureLibraries libraries) {
        this.libraries = libraries;
    }

    /// The verdict on all parts of an input; the first forbidden term decides.
    public Screened input(List<String> texts) {
        return screen("input", texts);
    }

    /// The verdict on all parts of one complete result.
    public Screened output(List<String> texts) {
        return screen("output", texts);
    }

    /// Screens a result that comes in pieces, against the library in force when it begins.
    public ScreenedStream outputStream() {
        return new ScreenedStream(inForce());
    }

    private Screened screen(String part, List<String> texts) {
        CompiledLibrary library = inForce();
        for (String text : texts) {
            if (library.screener().screen(text) instanceof Verdict.Block block) {
                return Screened.of(part, library, Optional.of(block));
            }
        }
        return Screened.of(part, library, Optional.empty());
    }

    private CompiledLibrary inForce() {
        CompiledLibrary compiled = kept.get();
        if (compiled != null && compiled.version() == libraries.currentVersion()) {
            return compiled;
        }
        CompiledLibrary current = CompiledLibrary.of(libraries.current());
        kept.set(current);
        return current;
    }
}
