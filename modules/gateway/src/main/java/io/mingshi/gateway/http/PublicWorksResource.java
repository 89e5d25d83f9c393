package io.mingshi.gateway.http;

import io.mingshi.contracts.ProduceId;
import io.mingshi.gateway.work.Works;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/// Published works, for everybody; taken down ones answer 451.
@Path("/works")
@RunOnVirtualThread
class PublicWorksResource {
    private final Works works;

    PublicWorksResource(Works works) {
        this.works = works;
    }

    @GET
    @Path("/{produceId}")
    public Response show(
            @PathParam("produceId") String produceId,
            @QueryParam("expires") @Nullable Long expires,
            @QueryParam("signature") @Nullable String signature) {
        return Content.of(works.shown(new ProduceId(produceId), expires, signature));
    }
}
