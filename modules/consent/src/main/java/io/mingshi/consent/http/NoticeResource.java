package io.mingshi.consent.http;

import io.mingshi.consent.Notice;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;

/// Every version of the notice that was ever shown, for everybody.
@Path("/api/consent/notices")
@RunOnVirtualThread
class NoticeResource {
    /// The oldest first.
    record Versions(String current, List<String> versions) {}

    @GET
    public Versions versions() {
        return new Versions(Notice.CURRENT, Notice.VERSIONS);
    }

    @GET
    @Path("/{version}")
    public Notice.Wording wording(@PathParam("version") String version) {
        return Notice.wording(version);
    }
}
