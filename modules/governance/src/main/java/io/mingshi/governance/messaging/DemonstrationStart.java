package io.mingshi.governance.messaging;

import io.mingshi.governance.DemonstrationModels;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/// Lets the demonstration models be registered when the process starts.
@Singleton
class DemonstrationStart {
    private final DemonstrationModels models;

    DemonstrationStart(DemonstrationModels models) {
        this.models = models;
    }

    void started(@Observes StartupEvent started) {
        models.registerMissing();
    }
}
