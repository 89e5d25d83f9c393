package io.mingshi.identity.account;

import io.quarkus.oidc.client.filter.OidcClientFilter;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/// The part of Keycloak's administration interface that accounts need, called by a client with the
/// role `manage-users`, which in Keycloak also sets passwords and gives realm roles.
@RegisterRestClient(configKey = "identity-keycloak")
@OidcClientFilter("identity")
@Path("/users/{id}")
interface KeycloakApi {
    /// What is left out stays as it is.
    record User(boolean enabled) {}

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    void change(@PathParam("id") String id, User user);

    @POST
    @Path("/logout")
    void logOut(@PathParam("id") String id);
}
