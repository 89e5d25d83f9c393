package io.mingshi.console.http;

import io.mingshi.console.ProblemCatalogue;
import io.mingshi.console.ProblemCatalogue.Meaning;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/// What a problem code means: the page that `type` of an RFC 9457 problem names, and the same for scripts of pages.
@Path("/problems")
@Page
class ProblemPage {
    private static final String CODE = "[A-Z][A-Z0-9_]+";

    private final ProblemCatalogue catalogue = ProblemCatalogue.published();

    @GET
    @Path("/{code: " + CODE + "}")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance problem(@PathParam("code") String code) {
        Meaning meaning = catalogue.of(code);
        return Pages.problem(code, meaning.zh(), meaning.en());
    }

    @GET
    @Path("/{code: " + CODE + "}.json")
    @Produces(MediaType.APPLICATION_JSON)
    public Meaning meaning(@PathParam("code") String code) {
        return catalogue.of(code);
    }
}
