package io.mingshi.console.http;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/// Pages after login. What a person may see is decided by the modules whose data the page fetches.
@Path("/console")
@Page
@Authenticated
@Produces(MediaType.TEXT_HTML)
class StaffPages {
    /// Where the login leads when no other page was asked for.
    @GET
    @Path("/login")
    public TemplateInstance login() {
        return Pages.login();
    }

    @GET
    @Path("/tickets")
    public TemplateInstance tickets() {
        return Pages.tickets();
    }

    @GET
    @Path("/records")
    public TemplateInstance records() {
        return Pages.records();
    }
}
