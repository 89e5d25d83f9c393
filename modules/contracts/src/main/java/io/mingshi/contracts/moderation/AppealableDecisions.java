package io.mingshi.contracts.moderation;

import java.util.Optional;

/// The question to `moderation`: which decision does a statement of reasons tell of, and who took it?
///
/// An appeal is decided by somebody else than the decision
/// ([DSP-12](http://www.cac.gov.cn/2022-12/11/c_1672221949354811.htm)).
public interface AppealableDecisions {
    /// Empty when no statement has this number.
    ///
    /// @throws io.mingshi.contracts.ProblemException `MODULE_UNREACHABLE` when the answer cannot be had; then
    ///     no appeal is taken or decided
    Optional<AppealableDecision> find(String statement);
}
