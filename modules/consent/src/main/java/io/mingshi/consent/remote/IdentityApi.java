package io.mingshi.consent.remote;

import io.mingshi.contracts.identity.Likeness;
import io.mingshi.contracts.identity.Standing;
import io.mingshi.contracts.identity.VisitorAnswer;
import io.mingshi.contracts.identity.VisitorChild;
import io.mingshi.contracts.identity.VisitorDoor;
import io.mingshi.contracts.identity.VisitorMobile;
import io.mingshi.contracts.identity.VisitorProof;
import io.mingshi.contracts.identity.VisitorTicket;
import io.quarkus.oidc.client.filter.OidcClientFilter;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

@RegisterRestClient(configKey = "consent-identity")
@OidcClientFilter
@Path("/api/identity")
interface IdentityApi {
    @GET
    @Path("/standings/{person}")
    Standing standing(@PathParam("person") String person);

    @POST
    @Path("/visitor-checks")
    VisitorAnswer check(VisitorProof proof);

    @POST
    @Path("/visitor-checks/children")
    VisitorAnswer recognise(VisitorChild child);

    @POST
    @Path("/visitor-checks/mobile-codes")
    VisitorTicket sendCode(VisitorMobile mobile);

    @POST
    @Path("/visitor-checks/national-challenges")
    VisitorTicket challenge(VisitorDoor door);

    @GET
    @Path("/comparisons/{one}/{other}")
    Compared compare(@PathParam("one") String one, @PathParam("other") String other);

    @GET
    @Path("/comparisons/{account}/name")
    Named name(@PathParam("account") String account);

    record Compared(Likeness likeness) {}

    record Named(@Nullable String mark) {}
}
