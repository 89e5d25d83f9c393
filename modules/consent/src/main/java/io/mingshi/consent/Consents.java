package io.mingshi.consent;

import io.mingshi.contracts.ConsentId;
import io.mingshi.contracts.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where consents are kept; every method takes part in the current transaction.
public interface Consents {
    /// @param token what the link carries; only its hash is kept
    /// @param name whose answer alone counts, in one spelling; only a keyed hash is kept; null for anybody's
    void add(Consent.Requested requested, String token, @Nullable String name);

    /// Keeps that the requester was prompted.
    void add(Terms terms, Reminder reminder);

    /// Whether a person of this name may answer; always when nobody was named.
    ///
    /// @param name in one spelling; null when it is not known
    boolean mayAnswer(ConsentId id, @Nullable String name);

    Optional<Consent> find(ConsentId id);

    /// The state that it was in at an instant of the past; empty when it was not asked for yet.
    Optional<Consent> find(ConsentId id, Instant at);

    /// What this person said to this requester for exactly this purpose, as it stood at that instant.
    ///
    /// The newest first, at most [#PAGE]: whoever asks the same person for the same purpose more often is told no.
    List<Consent> answered(PersonId depicted, PersonId requester, String purpose, Instant at);

    /// As [#find], and nobody else changes it until the transaction ends.
    Optional<Consent> findForChange(ConsentId id);

    Optional<Consent> findByToken(String token);

    /// As [#findByToken], and nobody else changes it until the transaction ends.
    Optional<Consent> findByTokenForChange(String token);

    /// The newest first, at most [#PAGE].
    ///
    /// @param before only those asked for before this one; null to begin with the newest
    List<Consent> of(PersonId requesterOrDepicted, @Nullable ConsentId before);

    /// How many this requester asked for since then; it stops counting at [RequestConsent#MAX_A_DAY].
    int askedSince(PersonId requester, Instant since);

    List<Reminder> reminders(ConsentId id);

    /// To whom the link belongs, because that person proved an identity through it.
    Optional<PersonId> boundTo(ConsentId id);

    /// Keeps the depicted person's yes.
    void change(Consent.Active active);

    /// Keeps the depicted person's no.
    void change(Consent.Refused refused);

    /// Keeps the withdrawal beside the grant, which stays known.
    void change(Consent.Withdrawn withdrawn);

    /// How many consents one answer lists at most.
    int PAGE = 100;
}
