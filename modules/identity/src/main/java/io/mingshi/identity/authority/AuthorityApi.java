package io.mingshi.identity.authority;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/// The authority's protocol.
@RegisterRestClient(configKey = "identity-authority")
@Path("/v1")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
interface AuthorityApi {
    record Document(String name, String number) {}

    record Mobile(String name, String number, String mobile) {}

    record Organization(String name, String creditCode) {}

    record Reply(@Nullable String result, @Nullable String reference) {}

    @POST
    @Path("/id-document/check")
    Reply document(
            @HeaderParam("Authorization") String authorization,
            @HeaderParam("Idempotency-Key") String idempotencyKey,
            Document question);

    @POST
    @Path("/mobile/check")
    Reply mobile(
            @HeaderParam("Authorization") String authorization,
            @HeaderParam("Idempotency-Key") String idempotencyKey,
            Mobile question);

    @POST
    @Path("/organization/check")
    Reply organization(
            @HeaderParam("Authorization") String authorization,
            @HeaderParam("Idempotency-Key") String idempotencyKey,
            Organization question);
}
