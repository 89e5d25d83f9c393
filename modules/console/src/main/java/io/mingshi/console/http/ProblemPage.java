package io.mingshi.console.http;

import io.mingshi.console.ProblemCatalogue;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/// What a problem code means: the page that `type` of an RFC 9457 problem names.
@Path("/problems/{code: [A-Z][A-Z0-9_]+}")
@Page
@Produces(MediaType.TEXT_HTML)
class ProblemPage {
    private final ProblemCatalogue catalogue = ProblemCatalogue.published();

    @GET
    public TemplateInstance problem(@PathParam("code") String code) {
        var meaning = catalogue.of(code);
        return Pages.problem(code, meaning.zh(), meaning.en());
    }
}
