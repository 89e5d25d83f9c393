package io.mingshi.contracts.governance;

/// The question to `governance`: is this part of the service paused?
///
/// [DSP-21](http://www.cac.gov.cn/2022-12/11/c_1672221949354811.htm)
public interface Pauses {
    /// @throws io.mingshi.contracts.ProblemException `MODULE_UNREACHABLE` when the answer cannot be had; then
    ///     treat it
    /// as paused
    boolean paused(PauseScope scope);
}
