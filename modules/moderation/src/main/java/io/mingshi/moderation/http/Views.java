package io.mingshi.moderation.http;

import io.mingshi.moderation.sanction.Sanction;
import io.mingshi.moderation.statement.Redress;
import io.mingshi.moderation.statement.Statement;
import jakarta.inject.Singleton;
import java.time.Clock;

/// Sanctions and statements as those see them who look at this moment.
@Singleton
class Views {
    private final Redress redress;
    private final Clock clock;

    Views(Redress redress, Clock clock) {
        this.redress = redress;
        this.clock = clock;
    }

    SanctionView forStaff(Sanction sanction) {
        return SanctionView.of(sanction, redress, clock.instant(), sanction.by(), sanction.second());
    }

    /// The person concerned does not read which of the staff decided.
    SanctionView forPerson(Sanction sanction) {
        return SanctionView.of(sanction, redress, clock.instant(), null, null);
    }

    StatementView of(Statement statement) {
        return StatementView.of(statement, redress);
    }
}
