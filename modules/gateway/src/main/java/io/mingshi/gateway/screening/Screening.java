package io.mingshi.gateway.screening;

import static io.mingshi.gateway.GatewayProblem.REVIEW_UNAVAILABLE;

import io.mingshi.contracts.ProblemException;
import io.mingshi.contracts.event.ScreeningRecord;
import io.mingshi.contracts.moderation.FeatureLibraries;
import io.mingshi.contracts.moderation.FeatureLibrary;
import io.mingshi.screening.Audience;
import io.mingshi.screening.Screener;
import io.mingshi.screening.Verdict;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Reviews what goes in and what comes out, against the feature library that is in force at that moment.
///
/// The compiled library is kept while its version stays the same; the version is asked for every time. Where that
/// question is not answered there is no verdict, and without a verdict nothing is generated or delivered
/// ([DSP-10](http://www.cac.gov.cn/2022-12/11/c_1672221949354811.htm)).
@ApplicationScoped
public class Screening {
    private static final Logger LOG = Logger.getLogger(Screening.class);

    private final FeatureLibraries libraries;
    private final TextClassifiers classifiers;
    private final Shadow shadow;
    private final AtomicReference<@Nullable CompiledLibrary> kept = new AtomicReference<>();
    /// A new version is compiled once, however many requests wait for it.
    private final ReentrantLock compiling = new ReentrantLock();

    Screening(FeatureLibraries libraries, TextClassifiers classifiers, Shadow shadow) {
        this.libraries = libraries;
        this.classifiers = classifiers;
        this.shadow = shadow;
    }

    /// The verdict on all parts of an input; the first forbidden match decides, or else the first to be reviewed.
    public Screened input(List<String> texts, Audience audience) {
        return screen("input", texts, audience);
    }

    /// The verdict on what somebody says who may be in danger; empty where nothing says so.
    public Optional<ScreeningRecord> danger(List<String> texts, Audience audience) {
        CompiledLibrary library = inForce();
        return library.danger().flatMap(screener -> seen(screener, library, texts, audience));
    }

    /// The verdict on a request whose result a person has to look at; empty where nobody has to.
    public Optional<ScreeningRecord> results(List<String> texts, Audience audience) {
        CompiledLibrary library = inForce();
        return library.results().flatMap(screener -> seen(screener, library, texts, audience));
    }

    /// Whether the library lists this unit as one whose news may be published again.
    public boolean newsSource(String unit) {
        return inForce().newsSources().contains(unit);
    }

    private static Optional<ScreeningRecord> seen(
            Screener screener, CompiledLibrary library, List<String> texts, Audience audience) {
        return texts.stream()
                .map(text -> screener.screen(text, audience))
                .filter(verdict -> !(verdict instanceof Verdict.Allow))
                .findFirst()
                .map(verdict -> Screened.of("input", library, verdict).entry());
    }

    /// The verdict on all parts of one complete result.
    public Screened output(List<String> texts, Audience audience) {
        return screen("output", texts, audience);
    }

    /// As [#outputStream(Audience)], for a reader who may be a minor.
    public ScreenedStream outputStream() {
        return outputStream(Audience.MINORS);
    }

    /// Screens a result that comes in pieces, against the library in force when it begins.
    public ScreenedStream outputStream(Audience audience) {
        return new ScreenedStream(inForce(), audience);
    }

    private Screened screen(String part, List<String> texts, Audience audience) {
        CompiledLibrary library = inForce();
        Verdict worst = new Verdict.Allow();
        for (String text : texts) {
            Verdict verdict = library.screener().screen(text, audience);
            shadow.observe(text, audience, verdict);
            switch (verdict) {
                case Verdict.Allow() -> {}
                case Verdict.Review review -> worst = worst instanceof Verdict.Allow ? review : worst;
                case Verdict.Block block -> {
                    return Screened.of(part, library, block);
                }
            }
        }
        return Screened.of(part, library, worst);
    }

    /// @throws ProblemException `REVIEW_UNAVAILABLE` or `MODULE_UNREACHABLE` when nobody can say which it is
    private CompiledLibrary inForce() {
        try {
            long version = libraries.currentVersion();
            CompiledLibrary compiled = kept.get();
            return compiled != null && compiled.version() == version ? compiled : compile();
        } catch (ProblemException told) {
            throw told;
        } catch (RuntimeException broken) {
            LOG.error("the feature library cannot be asked for", broken);
            throw REVIEW_UNAVAILABLE.with("the feature library cannot be read: try again later");
        }
    }

    private CompiledLibrary compile() {
        compiling.lock();
        try {
            FeatureLibrary current = libraries.current();
            CompiledLibrary compiled = kept.get();
            if (compiled != null && compiled.version() == current.version()) {
                return compiled;
            }
            CompiledLibrary fresh = CompiledLibrary.of(current, classifiers.byName());
            kept.set(fresh);
            return fresh;
        } finally {
            compiling.unlock();
        }
    }
}
