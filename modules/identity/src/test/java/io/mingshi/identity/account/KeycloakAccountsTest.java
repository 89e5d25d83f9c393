package io.mingshi.identity.account;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.ProblemException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;

class KeycloakAccountsTest {
    private static final PersonId SOMEONE = new PersonId("0b0e7a0e-0000-4000-8000-000000000001");

    /// Answers everything with a 404 of this body; a class of its own would be taken for an endpoint.
    private static KeycloakApi missing(String body) {
        return (KeycloakApi) Proxy.newProxyInstance(
                KeycloakApi.class.getClassLoader(), new Class<?>[] {KeycloakApi.class}, (_, _, _) -> {
                    throw new WebApplicationException(
                            Response.status(404).entity(body).build());
                });
    }

    @Test
    void anOrderForSomebodyWhomKeycloakDoesNotKnowIsDone() {
        var accounts = new KeycloakAccounts(missing("{\"error\":\"User not found\"}"));
        assertThatCode(() -> accounts.setEnabled(SOMEONE, false)).doesNotThrowAnyException();
        assertThatCode(() -> accounts.endSessions(SOMEONE)).doesNotThrowAnyException();
    }

    @Test
    void anOrderStaysWhereAnythingElseIsNotFound() {
        for (String body : new String[] {"", "<h1>404</h1>", "{\"error\":\"Realm not found.\"}"}) {
            var accounts = new KeycloakAccounts(missing(body));
            assertThatThrownBy(() -> accounts.setEnabled(SOMEONE, false)).isInstanceOf(ProblemException.class);
            assertThatThrownBy(() -> accounts.endSessions(SOMEONE)).isInstanceOf(ProblemException.class);
        }
    }
}
