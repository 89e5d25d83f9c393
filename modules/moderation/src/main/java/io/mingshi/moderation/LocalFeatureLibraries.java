package io.mingshi.moderation;

import static io.mingshi.moderation.ModerationProblem.NO_SUCH_VERSION;

import io.mingshi.contracts.moderation.FeatureLibraries;
import io.mingshi.contracts.moderation.FeatureLibrary;
import io.mingshi.contracts.moderation.ShadowLibrary;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

/// Answers from what is committed at this instant: an approved change counts from its commit.
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
public class LocalFeatureLibraries implements FeatureLibraries {
    private final Library library;

    private final Shadows shadows;

    LocalFeatureLibraries(Library library, Shadows shadows) {
        this.library = library;
        this.shadows = shadows;
    }

    @Override
    public FeatureLibrary current() {
        return of(library.current());
    }

    @Override
    public long currentVersion() {
        return library.current().version();
    }

    @Override
    public ShadowLibrary shadow() {
        return shadows.current();
    }

    /// The version in force by number and hash, without its entries.
    public Version inForce() {
        return library.current();
    }

    /// An earlier version exactly as it was, so that its hash can be computed again.
    ///
    /// @throws io.mingshi.contracts.ProblemException `NO_SUCH_VERSION`
    public FeatureLibrary version(long version) {
        return of(library.find(version)
                .orElseThrow(() -> NO_SUCH_VERSION.with("the library never had version " + version)));
    }

    private FeatureLibrary of(Version version) {
        return new FeatureLibrary(
                version.version(), version.hash(), version.publishedAt(), library.entries(version.version()));
    }
}
