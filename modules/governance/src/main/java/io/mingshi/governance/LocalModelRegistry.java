package io.mingshi.governance;

import io.mingshi.contracts.ModelId;
import io.mingshi.contracts.governance.Capability;
import io.mingshi.contracts.governance.ModelAdmission;
import io.mingshi.contracts.governance.ModelRegistry;
import io.mingshi.contracts.governance.PauseScope;
import io.mingshi.contracts.governance.RegisteredModel;
import io.mingshi.contracts.governance.ScreeningWaiver;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Answers from what is committed at this instant: a registration or a pause counts from its commit.
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
class LocalModelRegistry implements ModelRegistry {
    private final Registrations registrations;
    private final PausedParts pauses;
    private final Waivers waivers;
    private final RegisterComponent components;
    private final Derivations derivations;
    private final Policy policy;
    private final Clock clock;

    LocalModelRegistry(
            Registrations registrations,
            PausedParts pauses,
            Waivers waivers,
            RegisterComponent components,
            Derivations derivations,
            Policy policy,
            Clock clock) {
        this.registrations = registrations;
        this.pauses = pauses;
        this.waivers = waivers;
        this.components = components;
        this.derivations = derivations;
        this.policy = policy;
        this.clock = clock;
    }

    @Override
    public ModelAdmission admit(ModelId model, Capability capability) {
        if (pauses.find(PauseScope.GENERATION).isPresent()) {
            return refused(model, "generation is paused by order");
        }
        return registrations
                .find(model)
                .map(registration -> admit(registration, capability))
                .orElseGet(() -> refused(
                        model, "it is not registered: an operator registers it with filing number and assessment"));
    }

    @Override
    public List<RegisteredModel> usable() {
        return registrations.all().stream()
                .filter(registration -> obstacle(registration).isEmpty())
                .map(registration -> new RegisteredModel(
                        registration.model(),
                        registration.version(),
                        registration.capabilities(),
                        registration.filingNumber(),
                        registration.at(),
                        registration.companionship()))
                .toList();
    }

    private ModelAdmission admit(Registration registration, Capability capability) {
        Optional<String> obstacle = obstacle(registration);
        if (obstacle.isPresent()) {
            return refused(registration.model(), obstacle.get());
        }
        if (!registration.capabilities().contains(capability)) {
            return refused(registration.model(), "it is not registered for " + capability);
        }
        return new ModelAdmission(
                registration.model(),
                true,
                "registered, filed and assessed",
                registration.filingNumber(),
                policy.assessedUntil(registration.assessedOn()),
                registration.version(),
                waived(registration.model()),
                registration.companionship());
    }

    private List<ScreeningWaiver> waived(ModelId model) {
        return waivers.of(model, clock.instant()).stream()
                .map(waiver -> new ScreeningWaiver(waiver.id(), waiver.kind(), waiver.until()))
                .toList();
    }

    /// A model whose periodic assessment is overdue is out of use by itself.
    /// [DSP-15](http://www.cac.gov.cn/2022-12/11/c_1672221949354811.htm)
    private Optional<String> obstacle(Registration registration) {
        LocalDate until = policy.assessedUntil(registration.assessedOn());
        if (until.isBefore(LocalDate.now(clock))) {
            return Optional.of("its security assessment counted until " + until + " and is overdue");
        }
        if (derivations.isDisabled(registration.model())) {
            return Optional.of("somebody from whose face or voice it was made took the consent back");
        }
        if (policy.profile() == Profile.PRODUCTION && new FilingNumber(registration.filingNumber()).isDemonstration()) {
            return Optional.of("it is a demonstration and not filed");
        }
        return components.obstacle(registration.model());
    }

    private static ModelAdmission refused(ModelId model, String reason) {
        return new ModelAdmission(model, false, reason, null, null, null, List.of());
    }
}
