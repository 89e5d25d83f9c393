package io.mingshi.gateway.admission;

import io.mingshi.contracts.AdmissionId;
import io.mingshi.contracts.ConsentId;
import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.event.ScreeningRecord;
import io.mingshi.contracts.governance.ScreeningWaiver;
import io.mingshi.contracts.identity.Assurance;
import io.mingshi.gateway.Prompt;
import io.mingshi.gateway.companion.Turn;
import io.mingshi.screening.Audience;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The signed permission to generate for exactly this prompt; only [Admit] makes one.
public final class Admission {
    private final AdmissionId id;
    private final PersonId person;
    private final Prompt prompt;
    private final Grounds grounds;
    private final String inputHash;
    private final Instant admittedAt;
    private final String signature;

    /// With which the reason of a work begins that is held for what was asked, as news is.
    public static final String HELD_BY_REQUEST = "REQUEST:";

    /// What an admission rests on.
    ///
    /// @param consents of the people depicted; empty unless the prompt edits a picture of somebody
    /// @param screening the verdict on the input: on its last picture where it has any, else on its texts
    /// @param waivers of the model, by which results may pass where nothing can tell prohibited content
    /// @param audience whether the person who gets the result is a minor
    /// @param turn what companionship makes of it
    public record Grounds(
            Assurance assurance,
            String filingNumber,
            String modelVersion,
            List<ConsentId> consents,
            ScreeningRecord screening,
            Audience audience,
            List<ScreeningWaiver> waivers,
            Turn turn) {
        public Grounds {
            consents = List.copyOf(consents);
            waivers = List.copyOf(waivers);
        }

        /// Why a person has to look at every result of it; empty where nobody has to. A model that is not
        /// asked has none: there the verdict tells of danger.
        public Optional<String> resultsHeld() {
            return turn.reply().isEmpty() && screening.verdict().equals("REVIEW")
                    ? Optional.of(HELD_BY_REQUEST + screening.ruleId())
                    : Optional.empty();
        }

        /// Of a model that is no companion.
        public Grounds(
                Assurance assurance,
                String filingNumber,
                String modelVersion,
                List<ConsentId> consents,
                ScreeningRecord screening,
                Audience audience,
                List<ScreeningWaiver> waivers) {
            this(assurance, filingNumber, modelVersion, consents, screening, audience, waivers, Turn.NONE);
        }
    }

    Admission(
            AdmissionId id,
            PersonId person,
            Prompt prompt,
            Grounds grounds,
            Instant admittedAt,
            AdmissionSigner signer) {
        this.id = id;
        this.person = person;
        this.prompt = prompt;
        this.grounds = grounds;
        this.inputHash = prompt.hash();
        this.admittedAt = admittedAt;
        this.signature = signer.sign(signedText());
    }

    public AdmissionId id() {
        return id;
    }

    public PersonId person() {
        return person;
    }

    public Prompt prompt() {
        return prompt;
    }

    public Grounds grounds() {
        return grounds;
    }

    public String inputHash() {
        return inputHash;
    }

    public Instant admittedAt() {
        return admittedAt;
    }

    /// Ed25519 over [#signedText()], Base64.
    public String signature() {
        return signature;
    }

    /// One line per fact in the order of the event `RequestAdmitted`, so that the event alone can be verified.
    String signedText() {
        var screening = grounds.screening();
        return String.join(
                "\n",
                id.value(),
                person.value(),
                grounds.assurance().name(),
                prompt.model().value(),
                grounds.filingNumber(),
                grounds.consents().stream().map(ConsentId::value).collect(Collectors.joining(",")),
                screening.verdict() + " " + screening.libraryVersion() + " " + screening.libraryHash(),
                inputHash,
                admittedAt.toString());
    }
}
