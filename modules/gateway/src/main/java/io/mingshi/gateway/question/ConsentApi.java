package io.mingshi.gateway.question;

import io.mingshi.contracts.consent.ConsentDecision;
import io.mingshi.contracts.consent.ConsentQuestion;
import io.mingshi.contracts.consent.SubjectDecision;
import io.mingshi.contracts.consent.SubjectQuestion;
import io.quarkus.oidc.client.filter.OidcClientFilter;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/// What is asked of `consent`.
@RegisterRestClient(configKey = "gateway-consent")
@OidcClientFilter
@Path("/api/consent")
interface ConsentApi {
    @POST
    @Path("/decisions")
    ConsentDecision decide(ConsentQuestion question);

    @POST
    @Path("/decisions/by-subject")
    SubjectDecision decide(SubjectQuestion question);
}
