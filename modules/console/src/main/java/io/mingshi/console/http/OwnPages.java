package io.mingshi.console.http;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/// What a person does about themselves: identity, personal data, consents asked for and given.
@Path("/me")
@Page
@Authenticated
@Produces(MediaType.TEXT_HTML)
class OwnPages {
    @GET
    @Path("/verification")
    public TemplateInstance verification() {
        return Pages.verification();
    }

    @GET
    @Path("/data")
    public TemplateInstance data() {
        return Pages.data();
    }

    @GET
    @Path("/consents")
    public TemplateInstance consents() {
        return Pages.consents();
    }

    @GET
    @Path("/consents-given")
    public TemplateInstance consentsGiven() {
        return Pages.given();
    }

    /// Where a guardian reads what a child asked for; the script takes the secret from the address.
    @GET
    @Path("/guardian/{link}")
    public TemplateInstance guardian() {
        return Pages.guardian();
    }
}
