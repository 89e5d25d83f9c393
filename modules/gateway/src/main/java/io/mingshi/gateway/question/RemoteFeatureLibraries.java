package io.mingshi.gateway.question;

import io.mingshi.contracts.moderation.FeatureLibraries;
import io.mingshi.contracts.moderation.FeatureLibrary;
import io.mingshi.contracts.moderation.ShadowLibrary;
import io.mingshi.gateway.group.Flights;
import io.mingshi.servicekit.remote.Remote;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/// Asks `moderation` in its own process.
@DefaultBean
@ApplicationScoped
class RemoteFeatureLibraries implements FeatureLibraries {
    private static final String VERSION = "version";

    private final ModerationApi api;
    private final Flights<String, Long> versions;

    RemoteFeatureLibraries(@RestClient ModerationApi api) {
        this.api = api;
        this.versions =
                new Flights<>(_ -> Remote.ask("moderation", api::version).version());
    }

    @Override
    public FeatureLibrary current() {
        return Remote.ask("moderation", api::current);
    }

    @Override
    public long currentVersion() {
        return versions.ask(VERSION);
    }

    @Override
    public ShadowLibrary shadow() {
        return Remote.ask("moderation", api::shadow);
    }
}
