package io.mingshi.console.http;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/// The complaint form and a complainant's own ticket; both without login.
@Path("/complaints")
@Page
@Produces(MediaType.TEXT_HTML)
class ComplaintPages {
    @GET
    public TemplateInstance form() {
        return Pages.complain();
    }

    /// The script takes the secret from the address; it appears in no server-side page.
    @GET
    @Path("/{secret}")
    public TemplateInstance ticket() {
        return Pages.ticket();
    }
}
