package io.mingshi.conformance.gateway;

import io.mingshi.system.PlatformProcess;
import java.sql.SQLException;

/// Takes the feature library away from this project's moderation, whose database then knows none.
record MissingLibrary(PlatformProcess platform) implements Outage {
    @Override
    public void begin() {
        execute("alter table library rename to library_taken_away");
    }

    @Override
    public void end() {
        execute("alter table library_taken_away rename to library");
    }

    private void execute(String statement) {
        try (var connection = platform.database("moderation");
                var change = connection.createStatement()) {
            change.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException("the library could not be taken away or brought back", e);
        }
    }
}
