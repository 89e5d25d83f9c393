package io.mingshi.contracts.consent;

/// The question to `consent`: is there a valid separate consent of the depicted person for exactly this?
///
/// [DSP-14](http://www.cac.gov.cn/2022-12/11/c_1672221949354811.htm)
public interface ConsentDecisions {
    /// Decides for now, or for an instant of the past; a withdrawal counts from the moment it is committed.
    ///
    /// @throws io.mingshi.contracts.ProblemException `MODULE_UNREACHABLE` when the answer cannot be had; then
    ///     nothing is permitted
    ConsentDecision decide(ConsentQuestion question);

    /// As [#decide(ConsentQuestion)], where the depicted person is known and the consent is not.
    ///
    /// @throws io.mingshi.contracts.ProblemException `MODULE_UNREACHABLE` when the answer cannot be had; then
    ///     nothing is permitted
    SubjectDecision decide(SubjectQuestion question);
}
