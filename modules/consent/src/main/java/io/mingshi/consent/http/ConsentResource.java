package io.mingshi.consent.http;

import io.mingshi.consent.ReadConsents;
import io.mingshi.consent.WithdrawConsent;
import io.mingshi.contracts.ConsentId;
import io.mingshi.servicekit.caller.Callers;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Consents for the two people whom each concerns.
@Path("/api/consent")
@RunOnVirtualThread
class ConsentResource {
    private final Callers callers;
    private final ReadConsents reading;
    private final WithdrawConsent withdrawal;

    ConsentResource(Callers callers, ReadConsents reading, WithdrawConsent withdrawal) {
        this.callers = callers;
        this.reading = reading;
        this.withdrawal = withdrawal;
    }

    @GET
    @Path("/consents/{id}")
    public ConsentView one(@PathParam("id") String id) {
        var reader = callers.current().person();
        ReadConsents.Shown shown = reading.one(reader, new ConsentId(id));
        return ConsentView.of(shown.consent(), reader, shown.reminders());
    }

    @POST
    @Path("/consents/{id}/withdrawal")
    public ConsentView withdraw(@PathParam("id") String id) {
        var depicted = callers.current().person();
        return ConsentView.of(withdrawal.withdraw(depicted, new ConsentId(id)), depicted);
    }

    /// The newest first, at most 100.
    ///
    /// @param before the last id of the list before, for the next one
    @GET
    @Path("/mine")
    public List<ConsentView> mine(@QueryParam("before") @Nullable String before) {
        var reader = callers.current().person();
        return reading.of(reader, before == null ? null : new ConsentId(before)).stream()
                .map(consent -> ConsentView.of(consent, reader))
                .toList();
    }
}
