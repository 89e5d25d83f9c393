package io.mingshi.gateway.health;

import io.mingshi.labels.LabelEngine;
import io.mingshi.labels.ProviderCode;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// The engine that labels in the name of the configured provider; without a valid code nothing can be labelled.
final class Labels {
    Labels() {}

    @Produces
    @Singleton
    static LabelEngine engine(@ConfigProperty(name = "mingshi.provider-code") String code) {
        return new LabelEngine(ProviderCode.of(code));
    }
}
