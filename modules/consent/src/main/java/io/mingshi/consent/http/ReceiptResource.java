package io.mingshi.consent.http;

import static io.mingshi.contracts.CommonProblem.MALFORMED_REQUEST;

import io.mingshi.consent.ReadConsents;
import io.mingshi.consent.receipt.Receipts;
import io.mingshi.contracts.ConsentId;
import io.mingshi.servicekit.caller.Callers;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/// Receipts, for the two people whom a consent concerns; their check and the keys, for everybody.
@Path("/api/consent")
@RunOnVirtualThread
class ReceiptResource {
    private final Callers callers;
    private final ReadConsents reading;
    private final Receipts receipts;

    ReceiptResource(Callers callers, ReadConsents reading, Receipts receipts) {
        this.callers = callers;
        this.reading = reading;
        this.receipts = receipts;
    }

    /// @param receipt a compact JWS
    record Issued(String receipt) {}

    record Body(@Nullable String receipt) {}

    @GET
    @Path("/consents/{id}/receipt")
    public Issued receipt(@PathParam("id") String id) {
        var reader = callers.current().person();
        return new Issued(receipts.issue(reading.one(reader, new ConsentId(id)).consent()));
    }

    @POST
    @Path("/receipts/check")
    public Receipts.Checked check(@Nullable Body body) {
        if (body == null || body.receipt == null) {
            throw MALFORMED_REQUEST.with("send JSON with the receipt in the field receipt");
        }
        return receipts.check(body.receipt);
    }

    @GET
    @Path("/receipts/jwks.json")
    @Produces(MediaType.APPLICATION_JSON)
    public String keys() {
        return receipts.keySet();
    }
}
