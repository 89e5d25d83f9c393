package io.mingshi.contracts.identity;

/// The question to `identity`: who is this visitor, who has no account?
///
/// Nothing of a visitor's identity is kept. Answers are the same, and take the same time, whatever number is
/// given; tries are limited for a link and a network together. No transaction may be open.
///
/// Each throws [io.mingshi.contracts.ProblemException] when the answer cannot be had, such as
/// `MODULE_UNREACHABLE`; then nobody is proven.
public interface VisitorChecks {
    /// Sends a one-time code, by which a visitor shows that they hold the mobile number.
    VisitorTicket sendCode(VisitorMobile mobile);

    /// Gives the challenge to which the national service binds its credential.
    VisitorTicket challenge(VisitorDoor door);

    /// Proves the visitor by what is told, as the identity of an account is proven.
    ///
    /// A child under 14 is not proven but recognised: the answer then says until when only a guardian may act.
    VisitorAnswer check(VisitorProof proof);

    /// Recognises a child by what its guardian tells, without proof.
    VisitorAnswer recognise(VisitorChild child);
}
