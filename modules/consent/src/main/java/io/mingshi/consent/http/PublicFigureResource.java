package io.mingshi.consent.http;

import static io.mingshi.contracts.CommonProblem.MALFORMED_REQUEST;

import io.mingshi.consent.KeepPublicFigures;
import io.mingshi.consent.PublicFigures.Listed;
import io.mingshi.servicekit.caller.Callers;
import io.mingshi.servicekit.caller.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The list of public figures, kept by officers and read by inspectors.
@Path("/api/consent/public-figures")
@RunOnVirtualThread
class PublicFigureResource {
    private final Callers callers;
    private final KeepPublicFigures figures;

    PublicFigureResource(Callers callers, KeepPublicFigures figures) {
        this.callers = callers;
        this.figures = figures;
    }

    record Body(@Nullable String reason) {}

    @GET
    public List<Listed> all() {
        callers.with(Role.OFFICER, Role.INSPECTOR);
        return figures.all();
    }

    @PUT
    @Path("/{name}")
    public Listed put(@PathParam("name") String name, @Nullable Body body) {
        var officer = callers.with(Role.OFFICER).person();
        if (body == null || body.reason == null) {
            throw MALFORMED_REQUEST.with("send JSON with a reason, which requesters are told");
        }
        return figures.put(officer, name, body.reason);
    }

    @DELETE
    @Path("/{name}")
    public void remove(@PathParam("name") String name) {
        callers.with(Role.OFFICER);
        figures.remove(name);
    }
}
