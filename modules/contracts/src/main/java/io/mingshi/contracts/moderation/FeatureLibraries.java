package io.mingshi.contracts.moderation;

/// The question to `moderation`: which feature library is in force?
///
/// [DSP-10](http://www.cac.gov.cn/2022-12/11/c_1672221949354811.htm)
public interface FeatureLibraries {
    /// The version in force; there is always one.
    ///
    /// @throws io.mingshi.contracts.ProblemException `MODULE_UNREACHABLE` when it cannot be had; then nothing can
    ///     be screened and nothing is delivered
    FeatureLibrary current();

    /// The number of the version in force, cheap enough to ask for every request.
    long currentVersion();

    /// The candidate that is tried beside it, to be asked for now and then.
    default ShadowLibrary shadow() {
        return ShadowLibrary.NONE;
    }
}
