package io.mingshi.identity.http;

import io.mingshi.identity.disclosure.DiscloseIdentity;
import io.mingshi.identity.disclosure.Disclosure;
import io.mingshi.servicekit.caller.Callers;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Tells a person when their real identity was shown to officers; neither the case nor who they were.
@Path("/api/identity/me/disclosures")
@RunOnVirtualThread
class OwnDisclosuresResource {
    private static final int MOST = 100;

    private final Callers callers;
    private final DiscloseIdentity disclosing;

    OwnDisclosuresResource(Callers callers, DiscloseIdentity disclosing) {
        this.callers = callers;
        this.disclosing = disclosing;
    }

    /// @param toldAfterDays how long after it was shown a disclosure appears here
    record Told(long toldAfterDays, List<Shown> disclosures) {}

    record Shown(@Nullable Instant shownAt) {}

    @GET
    public Told own() {
        var person = callers.current().person();
        return new Told(
                Disclosure.TOLD_AFTER.toDays(),
                disclosing.toldTo(person, MOST).stream()
                        .map(disclosure -> new Shown(disclosure.shownAt()))
                        .toList());
    }
}
