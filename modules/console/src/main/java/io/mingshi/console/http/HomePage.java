package io.mingshi.console.http;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/// What this is, for whoever comes by.
@Path("/")
@Page
@Produces(MediaType.TEXT_HTML)
class HomePage {
    @GET
    public TemplateInstance page() {
        return Pages.home();
    }
}
