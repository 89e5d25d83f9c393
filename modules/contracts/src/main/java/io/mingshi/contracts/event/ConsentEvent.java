package io.mingshi.contracts.event;

import io.mingshi.contracts.Audience;
import io.mingshi.contracts.ConsentId;
import io.mingshi.contracts.Modality;
import io.mingshi.contracts.ModelId;
import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.identity.Assurance;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What `consent` publishes.
public sealed interface ConsentEvent extends Event {
    ConsentId consent();

    @Override
    default String subject() {
        return consent().value();
    }

    /// A user asked for a depicted person's consent and was reminded of the duty to inform that person.
    ///
    /// @param noticeVersion the version of the notice that the depicted person will be shown
    /// @param audience who may see what is made; null in facts from before it was asked
    record ConsentRequested(
            ConsentId consent,
            PersonId requester,
            Set<Modality> modalities,
            Set<ModelId> models,
            String purpose,
            Instant validUntil,
            String noticeVersion,
            Instant requestedAt,
            @Nullable Audience audience)
            implements ConsentEvent {
        public ConsentRequested {
            modalities = Set.copyOf(modalities);
            models = Set.copyOf(models);
        }
    }

    /// The depicted person, verified, gave separate consent.
    ///
    /// @param evidenceHash SHA-256 of the notice as shown together with the answer
    /// @param guardian who answered for a depicted child under 14; null for everybody else
    record ConsentGranted(
            ConsentId consent,
            PersonId requester,
            PersonId depicted,
            String evidenceHash,
            Instant grantedAt,
            @Nullable PersonId guardian)
            implements ConsentEvent {}

    /// The depicted person said no.
    record ConsentRefused(ConsentId consent, PersonId requester, PersonId depicted, Instant refusedAt)
            implements ConsentEvent {}

    /// The depicted person withdrew; it counts from this instant.
    ///
    /// Whoever holds something that rests on it stops: jobs in flight, voices and models derived from it, and
    /// works made under it, which are hidden from the public.
    ///
    /// @param modalities the features that the consent covered; empty in facts from before they were told
    /// @param models the models that the consent covered; empty in facts from before they were told
    record ConsentWithdrawn(
            ConsentId consent,
            PersonId requester,
            PersonId depicted,
            Instant withdrawnAt,
            Set<Modality> modalities,
            Set<ModelId> models)
            implements ConsentEvent {
        @SuppressWarnings("NullAway") // what an older fact lacks is read as null
        public ConsentWithdrawn {
            modalities = modalities == null ? Set.of() : Set.copyOf(modalities);
            models = models == null ? Set.of() : Set.copyOf(models);
        }
    }

    /// A requester was shown the prompt to inform the depicted person and to obtain separate consent.
    ///
    /// [DSP-14](http://www.cac.gov.cn/2022-12/11/c_1672221949354811.htm)
    ///
    /// @param promptHash SHA-256 of the words shown
    record RequesterPrompted(ConsentId consent, PersonId requester, String promptHash, Instant shownAt)
            implements ConsentEvent {}

    /// A request was not passed on to anybody, because a policy forbids it.
    ///
    /// @param problem the name of the problem, such as `DECEASED_PERSON`
    record ConsentRequestRejected(
            ConsentId consent, PersonId requester, String problem, String detail, Instant rejectedAt)
            implements ConsentEvent {}

    /// Whoever opened the link proved, without an account, who they are.
    ///
    /// @param depicted the pseudonym of the depicted person
    /// @param guardian who acts for a depicted child under 14; null for everybody else
    /// @param reference the identity authority's number of the check
    record DepictedPersonVerified(
            ConsentId consent,
            PersonId depicted,
            @Nullable PersonId guardian,
            Assurance assurance,
            String reference,
            Instant verifiedAt)
            implements ConsentEvent {}

    /// A passcode was answered.
    ///
    /// @param attemptsLeft how many more wrong answers are taken
    record ChallengeAnswered(
            ConsentId consent, PersonId depicted, boolean passed, long attemptsLeft, Instant answeredAt)
            implements ConsentEvent {}

    /// An officer has to check by hand what could not be checked otherwise.
    ///
    /// @param cause why, such as `ATTEMPTS_USED_UP`, `POSSESSION` or `GUARDIANSHIP`
    record ManualCheckOpened(ConsentId consent, PersonId depicted, String cause, Instant openedAt)
            implements ConsentEvent {}

    /// Who came through a link had erased what was kept of them; what proves their answer is stored and
    /// nothing else.
    ///
    /// [PIPL-47](https://www.cac.gov.cn/2021-08/20/c_1631050028355286.htm)
    record VisitorErased(ConsentId consent, PersonId depicted, Instant erasedAt) implements ConsentEvent {}

    /// An officer decided a check by hand.
    record ManualCheckDecided(
            ConsentId consent, PersonId depicted, PersonId officer, boolean confirmed, String reason, Instant decidedAt)
            implements ConsentEvent {}
}
