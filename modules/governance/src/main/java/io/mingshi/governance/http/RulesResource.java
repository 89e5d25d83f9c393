package io.mingshi.governance.http;

import io.mingshi.governance.PublishedRules;
import io.mingshi.governance.PublishedRules.Document;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/// Rules, covenant and agreement, without login.
@Path("/api/governance/rules")
@RunOnVirtualThread
class RulesResource {
    private final PublishedRules rules;
    private final Clock clock;

    RulesResource(PublishedRules rules, Clock clock) {
        this.rules = rules;
        this.clock = clock;
    }

    @GET
    public List<Document> inForce() {
        return rules.inForce(LocalDate.now(clock));
    }

    @GET
    @Path("/versions")
    public List<Issue> versions() {
        return rules.all().stream()
                .map(document -> new Issue(document.document(), document.version(), document.inForceSince()))
                .toList();
    }

    @GET
    @Path("/{document}/{version}")
    public Document version(@PathParam("document") String document, @PathParam("version") String version) {
        return rules.version(document, version);
    }

    /// One version by name and date.
    record Issue(String document, String version, LocalDate inForceSince) {}
}
