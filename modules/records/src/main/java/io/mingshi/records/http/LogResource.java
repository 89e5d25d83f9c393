package io.mingshi.records.http;

import static io.mingshi.records.RecordsProblem.EVIDENCE_UNAVAILABLE;
import static io.mingshi.records.RecordsProblem.NO_SUCH_LOG_OBJECT;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.mingshi.records.Evidence;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/// The evidence log as anybody reads it: C2SP [tlog-tiles](https://c2sp.org/tlog-tiles) under the prefix
/// `/api/records/log`. Nothing in it is about anybody: entries are hashes, with the id and class of an event.
@Path("/api/records/log")
@RunOnVirtualThread
class LogResource {
    /// The paths that the specification knows, and so nothing outside of the log's folder.
    private static final Pattern TILE =
            Pattern.compile("(?:entries|[0-9]|[1-5][0-9]|6[0-3])/(?:x[0-9]{3}/){0,6}[0-9]{3}"
                    + "(?:\\.p/(?:[1-9][0-9]?|1[0-9]{2}|2[0-4][0-9]|25[0-5]))?");

    private static final Logger LOG = Logger.getLogger(LogResource.class);
    private static final String TEXT = "text/plain; charset=utf-8";

    private final Evidence evidence;

    LogResource(Evidence evidence) {
        this.evidence = evidence;
    }

    /// The public key of the log as a line of a signed note: all that somebody needs to check a proof.
    @GET
    @Path("/key")
    public Response key() {
        return answer((evidence.key() + "\n").getBytes(UTF_8), TEXT, "max-age=300");
    }

    /// Changes whenever the log grows.
    @GET
    @Path("/checkpoint")
    public Response checkpoint() {
        return answer(evidence.checkpoint().bytes(), TEXT, "no-cache");
    }

    /// Hashes or entries; what is at a path never changes.
    @GET
    @Path("/tile/{path: .+}")
    public Response tile(@PathParam("path") String path) {
        if (!TILE.matcher(path).matches()) {
            throw NO_SUCH_LOG_OBJECT.with("no tile of a log has this path; see https://c2sp.org/tlog-tiles");
        }
        byte[] object = read("tile/" + path);
        return answer(object, "application/octet-stream", "public, max-age=31536000, immutable");
    }

    private byte[] read(String path) {
        try {
            return evidence.reader()
                    .read(path)
                    .orElseThrow(() -> NO_SUCH_LOG_OBJECT.with("the log has no " + path
                            + ": take the paths from its checkpoint, and the full tile where a partial one is gone"));
        } catch (IOException e) {
            LOG.errorf(e, "the evidence log's %s cannot be read", path);
            throw EVIDENCE_UNAVAILABLE.with("the evidence log cannot be read now: try again");
        }
    }

    private static Response answer(byte[] object, String type, String caching) {
        return Response.ok(object, type)
                .header("Cache-Control", caching)
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }
}
