package io.mingshi.console.http;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;

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

    /// Ends the session: the login itself answers this address for whoever is logged in, others come to the start.
    @GET
    @Path("/logout")
    public Response logout() {
        return Response.seeOther(URI.create("/")).build();
    }

    /// Where a user gives a file that is to be spread and declares whether it is synthetic.
    @GET
    @Path("/intake")
    public TemplateInstance intake() {
        return Pages.intake();
    }

    @GET
    @Path("/tickets")
    public TemplateInstance tickets() {
        return Pages.tickets();
    }

    /// Where officers check by hand what no authority and no passcode could: a lost passcode, a guardianship.
    @GET
    @Path("/checks")
    public TemplateInstance checks() {
        return Pages.checks();
    }

    @GET
    @Path("/records")
    public TemplateInstance records() {
        return Pages.records();
    }
}
