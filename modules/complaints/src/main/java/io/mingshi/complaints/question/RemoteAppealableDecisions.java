package io.mingshi.complaints.question;

import io.mingshi.contracts.moderation.AppealableDecision;
import io.mingshi.contracts.moderation.AppealableDecisions;
import io.mingshi.servicekit.remote.Remote;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import java.util.Optional;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/// Asks `moderation` in its own process.
@DefaultBean
@ApplicationScoped
class RemoteAppealableDecisions implements AppealableDecisions {
    private static final int NOT_FOUND = 404;

    private final ModerationApi api;

    RemoteAppealableDecisions(@RestClient ModerationApi api) {
        this.api = api;
    }

    @Override
    public Optional<AppealableDecision> find(String statement) {
        return Remote.ask("moderation", () -> {
            try {
                return Optional.of(api.decision(statement));
            } catch (WebApplicationException e) {
                if (e.getResponse().getStatus() == NOT_FOUND) {
                    return Optional.empty();
                }
                throw e;
            }
        });
    }
}
