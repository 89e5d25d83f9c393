package io.mingshi.moderation.http;

import io.mingshi.moderation.AbuseRule;
import io.mingshi.moderation.Policy;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/// The policies on which restrictions rest and the numbers that count, for everybody.
@Path("/api/moderation/policies")
class PolicyResource {
    private final AbuseRule rule;

    PolicyResource(AbuseRule rule) {
        this.rule = rule;
    }

    record View(String policy, String article, String link, String zh, String en) {
        static View of(Policy policy) {
            return new View(policy.name(), policy.article(), policy.link(), policy.zh(), policy.en());
        }
    }

    /// @param suspensionHours how long the first suspension lasts, the second, and every later one
    record Abuse(int inARow, int onADay, List<Long> suspensionHours) {}

    record Published(List<View> policies, Abuse abuse) {}

    @GET
    public Published policies() {
        return new Published(
                Arrays.stream(Policy.values()).map(View::of).toList(),
                new Abuse(
                        rule.inARow(),
                        rule.onADay(),
                        AbuseRule.SUSPENSIONS.stream().map(Duration::toHours).toList()));
    }
}
