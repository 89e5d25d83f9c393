package io.mingshi.console.http;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/// What was decided about the person who looks, why, and the form with which to appeal.
@Path("/me/decisions")
@Page
@Authenticated
@Produces(MediaType.TEXT_HTML)
class DecisionsPage {
    @GET
    public TemplateInstance decisions() {
        return Templates.decisions();
    }

    @CheckedTemplate(basePath = "console")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance decisions();
    }
}
