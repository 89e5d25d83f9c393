package io.mingshi.consent.remote;

import io.mingshi.contracts.identity.VisitorAnswer;
import io.mingshi.contracts.identity.VisitorChecks;
import io.mingshi.contracts.identity.VisitorChild;
import io.mingshi.contracts.identity.VisitorDoor;
import io.mingshi.contracts.identity.VisitorMobile;
import io.mingshi.contracts.identity.VisitorProof;
import io.mingshi.contracts.identity.VisitorTicket;
import io.mingshi.servicekit.remote.Remote;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/// Stands in for `identity` unless that runs in this process.
@DefaultBean
@ApplicationScoped
class RemoteVisitorChecks implements VisitorChecks {
    private final IdentityApi api;

    RemoteVisitorChecks(@RestClient IdentityApi api) {
        this.api = api;
    }

    @Override
    public VisitorAnswer check(VisitorProof proof) {
        return Remote.ask("identity", () -> api.check(proof));
    }

    @Override
    public VisitorAnswer recognise(VisitorChild child) {
        return Remote.ask("identity", () -> api.recognise(child));
    }

    @Override
    public VisitorTicket sendCode(VisitorMobile mobile) {
        return Remote.ask("identity", () -> api.sendCode(mobile));
    }

    @Override
    public VisitorTicket challenge(VisitorDoor door) {
        return Remote.ask("identity", () -> api.challenge(door));
    }
}
