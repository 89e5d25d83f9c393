package io.mingshi.console.http;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/// Shows the labels of a file, layer by layer.
@Path("/verify")
@Page
@Produces(MediaType.TEXT_HTML)
class VerifyPage {
    @GET
    public TemplateInstance page() {
        return Pages.verify();
    }
}
