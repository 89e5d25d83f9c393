package io.mingshi.console.http;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/// Says of a receipt of a consent whether it is genuine and whether the consent still holds.
@Path("/receipt")
@Page
@Produces(MediaType.TEXT_HTML)
class ReceiptPage {
    @GET
    public TemplateInstance page() {
        return Pages.receipt();
    }
}
