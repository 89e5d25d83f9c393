package io.mingshi.console.http;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/// The queue of what a person has to look at; what is held is shown blurred, grey and mute until that is
/// asked away.
@Path("/console/reviews")
@Page
@Authenticated
@Produces(MediaType.TEXT_HTML)
class ReviewPage {
    @GET
    public TemplateInstance reviews() {
        return Templates.reviews();
    }

    @CheckedTemplate(basePath = "console")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance reviews();
    }
}
