package io.mingshi.gateway.question;

import io.mingshi.contracts.moderation.FeatureLibraries;
import io.mingshi.contracts.moderation.FeatureLibrary;
import io.mingshi.contracts.moderation.ShadowLibrary;
import io.mingshi.servicekit.remote.Remote;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/// Asks `moderation` in its own process.
@DefaultBean
@ApplicationScoped
class RemoteFeatureLibraries implements FeatureLibraries {
    private final ModerationApi api;

    RemoteFeatureLibraries(@RestClient ModerationApi api) {
        this.api = api;
    }

    @Override
    public FeatureLibrary current() {
        return Remote.ask("moderation", api::current);
    }

    @Override
    public long currentVersion() {
        return Remote.ask("moderation", api::version).version();
    }

    @Override
    public ShadowLibrary shadow() {
        return Remote.ask("moderation", api::shadow);
    }
}
