package io.mingshi.gateway.question;

import io.mingshi.contracts.consent.ConsentDecision;
import io.mingshi.contracts.consent.ConsentDecisions;
import io.mingshi.contracts.consent.ConsentQuestion;
import io.mingshi.contracts.consent.SubjectDecision;
import io.mingshi.contracts.consent.SubjectQuestion;
import io.mingshi.servicekit.remote.Remote;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/// Asks `consent` in its own process.
@DefaultBean
@ApplicationScoped
class RemoteConsentDecisions implements ConsentDecisions {
    private final ConsentApi api;

    RemoteConsentDecisions(@RestClient ConsentApi api) {
        this.api = api;
    }

    @Override
    public ConsentDecision decide(ConsentQuestion question) {
        return Remote.ask("consent", () -> api.decide(question));
    }

    @Override
    public SubjectDecision decide(SubjectQuestion question) {
        return Remote.ask("consent", () -> api.decide(question));
    }
}
