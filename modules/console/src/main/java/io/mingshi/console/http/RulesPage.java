package io.mingshi.console.http;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/// The rules in force and the models with their filing numbers (DSP arts. 8 and 19).
@Path("/rules")
@Page
@Produces(MediaType.TEXT_HTML)
class RulesPage {
    @GET
    public TemplateInstance page() {
        return Pages.rules();
    }
}
