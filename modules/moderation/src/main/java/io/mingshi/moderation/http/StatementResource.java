package io.mingshi.moderation.http;

import static io.mingshi.moderation.ModerationProblem.DECISION_INCOMPLETE;
import static io.mingshi.servicekit.caller.Role.INSPECTOR;
import static io.mingshi.servicekit.caller.Role.OFFICER;

import io.mingshi.moderation.statement.ReadStatements;
import io.mingshi.moderation.statement.Statement;
import io.mingshi.servicekit.caller.Callers;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Statements of reasons, one by one and for the DSA Transparency Database.
@Path("/api/moderation/statements")
@RunOnVirtualThread
class StatementResource {
    /// As many as the database takes in one request.
    private static final int PAGE = 100;

    private final Callers callers;
    private final ReadStatements read;
    private final Views views;

    StatementResource(Callers callers, ReadStatements read, Views views) {
        this.callers = callers;
        this.read = read;
        this.views = views;
    }

    /// @param statements what the database takes as it is
    /// @param next the parameter `after` of the next page; null after the last one
    record Export(List<DsaStatement> statements, @Nullable String next) {}

    @GET
    @Path("/{statement}")
    public StatementView find(@PathParam("statement") String statement) {
        return views.of(read.find(callers.current(), statement));
    }

    /// @param from the first instant, ISO 8601
    /// @param to the instant after the last
    @GET
    @Path("/dsa")
    public Export export(
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("after") @DefaultValue("") String after) {
        var reader = callers.with(OFFICER, INSPECTOR);
        List<Statement> page = read.between(reader, instant(from), instant(to), after, PAGE);
        return new Export(
                page.stream()
                        .filter(statement -> DsaStatement.covers(statement.restriction()))
                        .map(DsaStatement::of)
                        .toList(),
                page.size() < PAGE ? null : page.getLast().number());
    }

    private static Instant instant(@Nullable String given) {
        try {
            return Instant.parse(given == null ? "" : given);
        } catch (DateTimeParseException e) {
            throw DECISION_INCOMPLETE.with("give from and to as instants, such as 2026-11-01T00:00:00Z");
        }
    }
}
