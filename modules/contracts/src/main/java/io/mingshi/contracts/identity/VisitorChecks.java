package io.mingshi.contracts.identity;

/// The question to `identity`: who is this visitor, who has no account?
public interface VisitorChecks {
    /// Proves the visitor by what is told, as the identity of an account is proven.
    ///
    /// A child under 14 is not proven but recognised: the answer then says until when only a guardian may act. No
    /// transaction may be open.
    ///
    /// @throws io.mingshi.contracts.ProblemException when the answer cannot be had, such as `MODULE_UNREACHABLE`;
    ///     then nobody is proven
    VisitorAnswer check(VisitorProof proof);
}
