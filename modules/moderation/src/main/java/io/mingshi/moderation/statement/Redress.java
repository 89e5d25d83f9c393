package io.mingshi.moderation.statement;

import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Where the person concerned appeals, in one step from the statement.
@Singleton
public class Redress {
    private final String base;

    Redress(@ConfigProperty(name = "mingshi.public-url", defaultValue = "http://127.0.0.1:8080") String base) {
        this.base = base.replaceAll("/+$", "");
    }

    public String addressFor(String statement) {
        return base + "/me/decisions?statement=" + URLEncoder.encode(statement, StandardCharsets.UTF_8);
    }
}
