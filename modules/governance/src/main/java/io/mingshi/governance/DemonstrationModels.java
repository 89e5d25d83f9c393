package io.mingshi.governance;

import static io.mingshi.contracts.governance.Capability.CHAT;
import static io.mingshi.contracts.governance.Capability.IMAGE_EDIT;
import static io.mingshi.contracts.governance.Capability.IMAGE_GENERATION;
import static io.mingshi.contracts.governance.Capability.SPEECH;
import static io.mingshi.contracts.governance.Capability.TRANSCRIPTION;
import static io.mingshi.contracts.governance.Capability.VIDEO;

import io.mingshi.contracts.ContentKind;
import io.mingshi.contracts.ModelId;
import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.governance.Capability;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Registers the built-in generators, with waivers for their results, where `mingshi.demo` is true; their filing
/// number says what they are.
@ApplicationScoped
public class DemonstrationModels {
    static final PersonId SYSTEM = new PersonId("mingshi-system");

    private static final String VERSION = "1";
    private static final String REASON = "a demonstration: it draws shapes, changes colours and sounds tones only";
    private static final Map<String, Capability> MODELS = new TreeMap<>(Map.of(
            "mingshi-demo-chat", CHAT,
            "mingshi-demo-image", IMAGE_GENERATION,
            "mingshi-demo-edit", IMAGE_EDIT,
            "mingshi-demo-speech", SPEECH,
            "mingshi-demo-transcription", TRANSCRIPTION,
            "mingshi-demo-video", VIDEO));

    private final Policy policy;
    private final Registrations registrations;
    private final RegisterModel register;
    private final Waivers waivers;
    private final WaiveScreening waive;
    private final Clock clock;

    DemonstrationModels(
            Policy policy,
            Registrations registrations,
            RegisterModel register,
            Waivers waivers,
            WaiveScreening waive,
            Clock clock) {
        this.policy = policy;
        this.registrations = registrations;
        this.register = register;
        this.waivers = waivers;
        this.waive = waive;
        this.clock = clock;
    }

    /// Registers those that are missing or overdue, and waives the screening of their results; the others stay as they
    /// are.
    @Transactional
    public void registerMissing() {
        if (!policy.demonstration()) {
            return;
        }
        LocalDate today = LocalDate.now(clock);
        MODELS.forEach((name, capability) -> {
            var model = new ModelId(name);
            boolean current = registrations
                    .find(model)
                    .filter(known -> !policy.assessedUntil(known.assessedOn()).isBefore(today))
                    .isPresent();
            if (!current) {
                var request = new RegisterModel.Request(
                        VERSION, Set.of(capability), FilingNumber.DEMONSTRATION.value(), today, Set.of());
                register.register(model, request, SYSTEM);
            }
            kind(capability).ifPresent(kind -> waiveMissing(model, kind));
        });
    }

    /// No classifier comes with the platform, and what these generators draw and sound is known.
    private void waiveMissing(ModelId model, ContentKind kind) {
        boolean waived = waivers.of(model, clock.instant()).stream().anyMatch(waiver -> waiver.kind() == kind);
        if (!waived) {
            waive.register(model, kind, REASON, clock.instant().plus(WaiveScreening.LONGEST), SYSTEM);
        }
    }

    private static Optional<ContentKind> kind(Capability capability) {
        return switch (capability) {
            case CHAT, TRANSCRIPTION -> Optional.empty();
            case IMAGE_GENERATION, IMAGE_EDIT -> Optional.of(ContentKind.IMAGE);
            case SPEECH -> Optional.of(ContentKind.AUDIO);
            case VIDEO -> Optional.of(ContentKind.VIDEO);
        };
    }
}
