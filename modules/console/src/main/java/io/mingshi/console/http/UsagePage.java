package io.mingshi.console.http;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/// What the person who is logged in used, by day, key and model, and what is left of the quotas.
@Path("/me/usage")
@Page
@Authenticated
@Produces(MediaType.TEXT_HTML)
class UsagePage {
    /// The template of this page alone.
    @CheckedTemplate(basePath = "console")
    static final class Template {
        private Template() {}

        static native TemplateInstance usage();
    }

    @GET
    public TemplateInstance page() {
        return Template.usage();
    }
}
