package io.mingshi.identity.account;

import static io.mingshi.contracts.CommonProblem.MODULE_UNREACHABLE;

import io.mingshi.contracts.PersonId;
import io.mingshi.identity.account.KeycloakApi.User;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.util.regex.Pattern;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/// Accounts in Keycloak, where the id of a person is the id of the user.
@ApplicationScoped
class KeycloakAccounts implements LoginAccounts {
    private static final Logger LOG = Logger.getLogger(KeycloakAccounts.class);
    private static final Pattern USER_ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final int NOT_FOUND = 404;

    /// What Keycloak says of a user whom it does not know.
    private static final String NO_SUCH_USER = "\"User not found\"";

    private final KeycloakApi api;

    KeycloakAccounts(@RestClient KeycloakApi api) {
        this.api = api;
    }

    @Override
    public void setEnabled(PersonId person, boolean enabled) {
        tell(person, id -> api.change(id, new User(enabled)));
    }

    @Override
    public void endSessions(PersonId person) {
        tell(person, api::logOut);
    }

    private interface Deed {
        void on(String id);
    }

    /// Whatever goes wrong but a missing account is taken for an outage: an order is never given up.
    private static void tell(PersonId person, Deed deed) {
        if (!USER_ID.matcher(person.value()).matches()) {
            return; // nobody whom Keycloak knows: its ids have this form
        }
        try {
            deed.on(person.value());
        } catch (WebApplicationException e) {
            if (!isGone(e)) {
                throw notTaken(e);
            }
        } catch (RuntimeException e) {
            throw notTaken(e);
        }
    }

    /// Anything on the way to Keycloak may say 404, and so does a realm that is not there.
    private static boolean isGone(WebApplicationException e) {
        try {
            return e.getResponse().getStatus() == NOT_FOUND
                    && e.getResponse().readEntity(String.class).contains(NO_SUCH_USER);
        } catch (ProcessingException | IllegalStateException unreadable) {
            LOG.debug("an answer on the way to Keycloak cannot be read", unreadable);
            return false;
        }
    }

    private static RuntimeException notTaken(RuntimeException e) {
        LOG.debug("Keycloak did not take an order", e);
        return MODULE_UNREACHABLE.with("Keycloak does not take it: " + e.getMessage());
    }
}
