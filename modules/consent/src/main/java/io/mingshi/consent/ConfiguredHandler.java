package io.mingshi.consent;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// The handler that notices name: `mingshi.provider.name` and `mingshi.provider.contact`.
///
/// Without them notices speak of the platform's operator, to be reached at `mingshi.public-url`.
final class ConfiguredHandler {
    private static final String OPERATOR = "本平台运营者 (the operator of this platform)";

    private ConfiguredHandler() {}

    @Produces
    @Singleton
    static Handler handler(
            @ConfigProperty(name = "mingshi.provider.name", defaultValue = OPERATOR) String name,
            @ConfigProperty(name = "mingshi.provider.contact") Optional<String> contact,
            @ConfigProperty(name = "mingshi.public-url") String publicUrl) {
        return new Handler(name, contact.orElse(publicUrl));
    }
}
