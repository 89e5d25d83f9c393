package io.mingshi.gateway.http;

import io.mingshi.gateway.video.FilmCalls;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/// Where models' servers call when a film has got on; what they send along is not read.
@Path("/api/gateway/films/{job}/calls/{secret}")
@RunOnVirtualThread
class FilmCallsResource {
    private final FilmCalls calls;

    FilmCallsResource(FilmCalls calls) {
        this.calls = calls;
    }

    @POST
    public void called(@PathParam("job") String job, @PathParam("secret") String secret) {
        calls.called(job, secret);
    }
}
