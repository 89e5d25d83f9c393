package io.mingshi.governance;

import static io.mingshi.governance.GovernanceProblem.ASSESSMENT_IN_FUTURE;
import static io.mingshi.governance.GovernanceProblem.ASSESSMENT_MISSING;
import static io.mingshi.governance.GovernanceProblem.ASSESSMENT_OVERDUE;
import static io.mingshi.governance.GovernanceProblem.REGISTRATION_INCOMPLETE;

import io.mingshi.contracts.ModelId;
import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.event.GovernanceEvent.ModelRegistered;
import io.mingshi.contracts.governance.Capability;
import io.mingshi.contracts.governance.CompanionRole;
import io.mingshi.servicekit.id.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Puts a model, or a new version of it, into the registry.
@ApplicationScoped
public class RegisterModel {
    private static final int LONGEST_VERSION = 64;

    private final Registrations registrations;
    private final GovernanceFacts facts;
    private final Policy policy;
    private final Ids ids;
    private final Clock clock;

    RegisterModel(Registrations registrations, GovernanceFacts facts, Policy policy, Ids ids, Clock clock) {
        this.registrations = registrations;
        this.facts = facts;
        this.policy = policy;
        this.ids = ids;
        this.clock = clock;
    }

    /// What an operator says of a model.
    ///
    /// @param assessedOn the day of its security assessment; null is refused
    /// @param companionship the roles that it plays in sustained emotional interaction; empty where it
    ///     is not for that
    public record Request(
            String version,
            Set<Capability> capabilities,
            String filingNumber,
            @Nullable LocalDate assessedOn,
            Set<CompanionRole> companionship) {
        public Request {
            capabilities = Set.copyOf(capabilities);
            companionship = Set.copyOf(companionship);
        }
    }

    /// The model may be used from the commit on.
    @Transactional
    public Registration register(ModelId model, Request request, PersonId by) {
        if (request.version().isBlank() || request.version().length() > LONGEST_VERSION) {
            throw REGISTRATION_INCOMPLETE.with("give the model's version, 1 to " + LONGEST_VERSION + " characters");
        }
        if (request.capabilities().isEmpty()) {
            throw REGISTRATION_INCOMPLETE.with("name at least one capability of the model");
        }
        requireTalking(request);
        var filing = new FilingNumber(request.filingNumber()).requireFiled(policy.profile());
        LocalDate assessed = requireAssessed(request);
        var registration = new Registration(
                ids.next(),
                model,
                request.version().strip(),
                request.capabilities(),
                filing.value(),
                assessed,
                by,
                clock.instant(),
                request.companionship());
        registrations.keep(registration);
        facts.publish(new ModelRegistered(
                model,
                registration.version(),
                filing.value(),
                assessed,
                policy.assessedUntil(assessed),
                by,
                registration.at(),
                registration.companionship().isEmpty()
                        ? null
                        : registration.companionship().stream().sorted().toList()));
        return registration;
    }

    private static void requireTalking(Request request) {
        if (!request.companionship().isEmpty() && !request.capabilities().contains(Capability.CHAT)) {
            throw REGISTRATION_INCOMPLETE.with("only a model with the capability CHAT is a companion");
        }
    }

    /// A model whose assessment is undated or too old does not go live, least of all one that makes faces or voices.
    /// [DSP-15](http://www.cac.gov.cn/2022-12/11/c_1672221949354811.htm)
    private LocalDate requireAssessed(Request request) {
        LocalDate assessed = request.assessedOn();
        if (assessed == null) {
            boolean biometric = request.capabilities().stream().anyMatch(RegisterModel::isBiometric);
            throw ASSESSMENT_MISSING.with(
                    biometric
                            ? "a model that edits pictures or makes voices needs a dated security assessment: give assessedOn"
                            : "give assessedOn, the day on which the model was last assessed");
        }
        LocalDate today = LocalDate.now(clock);
        if (assessed.isAfter(today)) {
            throw ASSESSMENT_IN_FUTURE.with("assessedOn is after today, " + today);
        }
        LocalDate until = policy.assessedUntil(assessed);
        if (until.isBefore(today)) {
            throw ASSESSMENT_OVERDUE.with("the assessment counted until " + until + ": assess the model again");
        }
        return assessed;
    }

    private static boolean isBiometric(Capability capability) {
        return switch (capability) {
            case IMAGE_EDIT, SPEECH, VIDEO -> true;
            case CHAT, IMAGE_GENERATION, TRANSCRIPTION -> false;
        };
    }
}
