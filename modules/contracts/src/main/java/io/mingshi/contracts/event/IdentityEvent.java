package io.mingshi.contracts.event;

import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.identity.Assurance;
import java.time.Instant;
import java.util.List;

/// What `identity` publishes; no name, number or birth date.
public sealed interface IdentityEvent extends Event {
    PersonId person();

    @Override
    default String subject() {
        return person().value();
    }

    /// A person's real identity was proven.
    ///
    /// @param method the method of DSP art. 9 that was used, such as `ID_DOCUMENT`
    /// @param authorityReference the authority's own number of the check
    record PersonVerified(
            PersonId person, String method, Assurance assurance, String authorityReference, Instant verifiedAt)
            implements IdentityEvent {}

    /// A check was made and did not prove the identity.
    ///
    /// @param reason the name of the check that failed, such as `CHECKSUM` or `MISMATCH`
    record VerificationFailed(PersonId person, String method, String reason, Instant at) implements IdentityEvent {}

    /// A person's data was erased by destroying its key.
    record PersonErased(PersonId person, Instant erasedAt) implements IdentityEvent {}

    /// A confirmation no longer counts.
    ///
    /// @param method the method whose confirmation ended
    /// @param cause such as `EXPIRED` or `REVOKED`
    record VerificationEnded(PersonId person, String method, String cause, Instant at) implements IdentityEvent {}

    /// Nothing counts as proven on this account until it is released.
    ///
    /// @param cause such as `TAKEOVER_SUSPECTED` or `REVOKED`
    /// @param by who asked for it: the person, or an officer
    /// @param reason why, in the words of whoever asked
    record AccountHeld(PersonId person, String cause, PersonId by, String reason, Instant at)
            implements IdentityEvent {}

    /// What is proven on this account counts again.
    ///
    /// @param by the person who proved the identity anew, or an officer
    record AccountReleased(PersonId person, String cause, PersonId by, String reason, Instant at)
            implements IdentityEvent {}

    /// A guardian consented that a child under 14 is verified.
    /// [PIPL-31](https://www.cac.gov.cn/2021-08/20/c_1631050028355286.htm)
    ///
    /// @param person the child
    /// @param noticeVersion which notice the guardian was shown
    record GuardianConsented(PersonId person, PersonId guardian, String noticeVersion, Instant at)
            implements IdentityEvent {}

    /// A guardian took the consent back.
    ///
    /// @param person the child
    record GuardianWithdrew(PersonId person, PersonId guardian, Instant at) implements IdentityEvent {}

    /// A person had data corrected; the authority confirmed the new data.
    ///
    /// @param fields names of what changed, such as `mobile`; never the values
    record PersonalDataCorrected(PersonId person, List<String> fields, Instant at) implements IdentityEvent {
        public PersonalDataCorrected {
            fields = List.copyOf(fields);
        }
    }

    /// A person took a copy of everything that is kept of them.
    record PersonalDataCopied(PersonId person, Instant at) implements IdentityEvent {}

    /// An officer asks to learn who a person is.
    ///
    /// @param person whose identity is asked for
    /// @param caseNumber the case that needs it
    record DisclosureRequested(
            PersonId person, String disclosure, PersonId officer, String caseNumber, String reason, Instant at)
            implements IdentityEvent {}

    /// A second officer decided on a disclosure.
    record DisclosureDecided(
            PersonId person, String disclosure, PersonId officer, boolean approved, String reason, Instant at)
            implements IdentityEvent {}

    /// A real identity was shown to the officer who had asked for it.
    record IdentityDisclosed(PersonId person, String disclosure, PersonId officer, Instant at)
            implements IdentityEvent {}

    /// An officer ordered by a rule that what is kept of a person's identity stays for a time.
    ///
    /// @param hold its id
    record LegalHoldPlaced(
            PersonId person, String hold, PersonId officer, String caseNumber, String reason, Instant until, Instant at)
            implements IdentityEvent {}

    /// A legal hold ended before its time.
    record LegalHoldLifted(PersonId person, String hold, PersonId officer, Instant at) implements IdentityEvent {}

    /// A person wished to be erased while a legal hold lasted: everything but storage stopped, and the key is
    /// destroyed when the hold ends. [PIPL-47](https://www.cac.gov.cn/2021-08/20/c_1631050028355286.htm)
    record ErasureDeferred(PersonId person, String hold, Instant until, Instant at) implements IdentityEvent {}

    /// Every session of an account was ended at the login: what was issued to it up to this instant is
    /// refused.
    ///
    /// @param cause such as `SUSPENSION`, `CLOSURE` or `TAKEOVER_SUSPECTED`
    record SessionsEnded(PersonId person, String cause, Instant at) implements IdentityEvent {}

    /// Whom to call in an emergency was shown to the officer who works on a hand-over.
    ///
    /// @param handOver its number
    /// @param shown how many contacts there were
    record EmergencyContactShown(PersonId person, String handOver, PersonId officer, long shown, Instant at)
            implements IdentityEvent {}
}
