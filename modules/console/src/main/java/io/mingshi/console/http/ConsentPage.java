package io.mingshi.console.http;

import io.mingshi.contracts.ProblemException;
import io.mingshi.servicekit.caller.Callers;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;

/// Where a depicted person reads what is asked, proves who they are, answers, and withdraws; no account is needed.
///
/// The consent is an action of its own: a box that is not ticked beforehand, and refusing takes no more steps.
/// [PIPL-29](https://www.cac.gov.cn/2021-08/20/c_1631050028355286.htm)
@Path("/consent/{token: [A-Za-z0-9_-]+}")
@Page
@Produces(MediaType.TEXT_HTML)
class ConsentPage {
    private final Callers callers;

    ConsentPage(Callers callers) {
        this.callers = callers;
    }

    @GET
    public TemplateInstance invitation() {
        return Pages.consent(isSomebodyLoggedIn());
    }

    /// Leads whoever prefers to answer with an account through the login, and back.
    @GET
    @Path("/account")
    @Authenticated
    public Response account(@PathParam("token") String token) {
        return Response.seeOther(UriBuilder.fromPath("/consent/{token}").build(token))
                .build();
    }

    /// A login that has ended is none: the page is for everybody.
    private boolean isSomebodyLoggedIn() {
        try {
            return callers.find().isPresent();
        } catch (ProblemException _) {
            return false;
        }
    }
}
