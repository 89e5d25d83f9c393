package io.mingshi.gateway.question;

import io.mingshi.contracts.moderation.FeatureLibrary;
import io.mingshi.contracts.moderation.ShadowLibrary;
import io.quarkus.oidc.client.filter.OidcClientFilter;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/// What is asked of `moderation`.
@RegisterRestClient(configKey = "gateway-moderation")
@OidcClientFilter
@Path("/api/moderation/library")
interface ModerationApi {
    @GET
    FeatureLibrary current();

    @GET
    @Path("/version")
    LibraryVersion version();

    @GET
    @Path("/shadow")
    ShadowLibrary shadow();

    /// The version in force, without its entries.
    record LibraryVersion(long version) {}
}
