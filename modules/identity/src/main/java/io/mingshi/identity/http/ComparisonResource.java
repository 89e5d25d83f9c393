package io.mingshi.identity.http;

import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.identity.Comparisons;
import io.mingshi.contracts.identity.Likeness;
import io.mingshi.servicekit.caller.Callers;
import io.mingshi.servicekit.caller.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.jspecify.annotations.Nullable;

/// Answers the questions of other modules whether two accounts belong to the same person, and under which name, as
/// a keyed hash.
@Path("/api/identity/comparisons")
@RunOnVirtualThread
class ComparisonResource {
    private final Callers callers;
    private final Comparisons comparisons;

    ComparisonResource(Callers callers, Comparisons comparisons) {
        this.callers = callers;
        this.comparisons = comparisons;
    }

    record Compared(Likeness likeness) {}

    /// @param mark null where no name is known
    record Named(@Nullable String mark) {}

    @GET
    @Path("/{one}/{other}")
    public Compared compare(@PathParam("one") String one, @PathParam("other") String other) {
        callers.with(Role.SERVICE);
        return new Compared(comparisons.compare(new PersonId(one), new PersonId(other)));
    }

    @GET
    @Path("/{account}/name")
    public Named name(@PathParam("account") String account) {
        callers.with(Role.SERVICE);
        return new Named(comparisons.nameMark(new PersonId(account)).orElse(null));
    }
}
