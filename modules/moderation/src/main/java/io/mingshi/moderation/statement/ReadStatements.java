package io.mingshi.moderation.statement;

import static io.mingshi.moderation.ModerationProblem.NO_SUCH_STATEMENT;

import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.ProblemException;
import io.mingshi.moderation.ModerationFacts;
import io.mingshi.servicekit.caller.Caller;
import io.mingshi.servicekit.caller.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;

/// Shows statements to the person concerned, and to officers and inspectors, whose look is recorded.
@ApplicationScoped
@Transactional
public class ReadStatements {
    private static final int OWN = 200;

    private final Statements statements;
    private final ModerationFacts facts;

    ReadStatements(Statements statements, ModerationFacts facts) {
        this.statements = statements;
        this.facts = facts;
    }

    /// The latest about this person.
    public List<Statement> own(PersonId person) {
        return statements.of(person, OWN);
    }

    /// @throws ProblemException `NO_SUCH_STATEMENT`, also for a statement on somebody else
    public Statement find(Caller caller, String number) {
        Statement statement = statements.find(number).orElseThrow(ReadStatements::unknown);
        if (statement.person().equals(caller.person())) {
            return statement;
        }
        if (!caller.is(Role.OFFICER) && !caller.is(Role.INSPECTOR)) {
            throw unknown();
        }
        facts.read(caller, caller.is(Role.OFFICER) ? Role.OFFICER : Role.INSPECTOR, "statement", number);
        return statement;
    }

    /// Statements for the transparency database, which names nobody.
    public List<Statement> between(Caller reader, Instant from, Instant to, String after, int limit) {
        facts.read(reader, reader.is(Role.OFFICER) ? Role.OFFICER : Role.INSPECTOR, "statements", "*");
        return statements.between(from, to, after, limit);
    }

    private static ProblemException unknown() {
        return NO_SUCH_STATEMENT.with("no statement that you may see has this number");
    }
}
