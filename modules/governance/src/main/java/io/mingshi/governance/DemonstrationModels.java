package io.mingshi.governance;

import static io.mingshi.contracts.governance.Capability.CHAT;
import static io.mingshi.contracts.governance.Capability.IMAGE_EDIT;
import static io.mingshi.contracts.governance.Capability.IMAGE_GENERATION;
import static io.mingshi.contracts.governance.Capability.SPEECH;
import static io.mingshi.contracts.governance.Capability.TRANSCRIPTION;
import static io.mingshi.contracts.governance.Capability.VIDEO;

import io.mingshi.contracts.ModelId;
import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.governance.Capability;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Registers the built-in generators where `mingshi.demo` is true; their filing number says what they are.
@ApplicationScoped
public class DemonstrationModels {
    static final PersonId SYSTEM = new PersonId("mingshi-system");

    private static final String VERSION = "1";
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
    private final Clock clock;

    DemonstrationModels(Policy policy, Registrations registrations, RegisterModel register, Clock clock) {
        this.policy = policy;
        this.registrations = registrations;
        this.register = register;
        this.clock = clock;
    }

    /// Registers those that are missing or overdue; the others stay as they are.
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
                        VERSION, Set.of(capability), FilingNumber.DEMONSTRATION.value(), today);
                register.register(model, request, SYSTEM);
            }
        });
    }
}
