package io.mingshi.consent;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// The handler that notices name: `mingshi.provider.name` and `mingshi.provider.contact`.
final class ConfiguredHandler {
    private ConfiguredHandler() {}

    @Produces
    @Singleton
    static Handler handler(
            @ConfigProperty(name = "mingshi.provider.name", defaultValue = "本平台运营者 (the operator of this platform)")
                    String name,
            @ConfigProperty(name = "mingshi.provider.contact", defaultValue = "${mingshi.public-url}") String contact) {
        return new Handler(name, contact);
    }
}
