package io.mingshi.moderation.http;

import io.mingshi.contracts.moderation.AccountStanding;
import io.mingshi.contracts.moderation.Sanctions;
import io.mingshi.moderation.sanction.ReadSanctions;
import io.mingshi.moderation.statement.ReadStatements;
import io.mingshi.servicekit.caller.Callers;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;

/// What was decided about the caller.
@Path("/api/moderation/mine")
@RunOnVirtualThread
class MineResource {
    private final Callers callers;
    private final Sanctions standings;
    private final ReadSanctions sanctions;
    private final ReadStatements statements;
    private final Views views;

    MineResource(
            Callers callers, Sanctions standings, ReadSanctions sanctions, ReadStatements statements, Views views) {
        this.callers = callers;
        this.standings = standings;
        this.sanctions = sanctions;
        this.statements = statements;
        this.views = views;
    }

    /// @param standing the severest sanction in force
    record Mine(AccountStanding standing, List<SanctionView> sanctions, List<StatementView> statements) {}

    @GET
    public Mine mine() {
        var person = callers.current().person();
        return new Mine(
                standings.of(person),
                sanctions.own(person).stream().map(views::forPerson).toList(),
                statements.own(person).stream().map(views::of).toList());
    }
}
