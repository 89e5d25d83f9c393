package io.mingshi.gateway.http;

import static io.mingshi.gateway.GatewayProblem.INVALID_REQUEST;

import io.mingshi.contracts.ProduceId;
import io.mingshi.gateway.edge.ResponseEnd;
import io.mingshi.gateway.work.PublishWork;
import io.mingshi.gateway.work.Work;
import io.mingshi.gateway.work.Works;
import io.mingshi.servicekit.caller.Callers;
import io.mingshi.servicekit.caller.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Works, for their owners and for officers.
@Path("/api/gateway/works")
@RunOnVirtualThread
class WorksResource {
    private static final int LONGEST_SOURCE = 256;

    private final Callers callers;
    private final Works works;
    private final PublishWork publish;
    private final ResponseEnd end;

    WorksResource(Callers callers, Works works, PublishWork publish, ResponseEnd end) {
        this.callers = callers;
        this.works = works;
        this.publish = publish;
        this.end = end;
    }

    record Published(String url) {}

    /// @param source the unit whose news it is; null for what is no news
    record Publication(@Nullable String source) {}

    @GET
    public List<Work> own() {
        return works.ofOwner(callers.with(Role.USER).person());
    }

    /// Works of the caller that the public no longer sees and that are to be removed, with the consent withdrawn.
    @GET
    @Path("/to-be-removed")
    public List<Work> toBeRemoved() {
        return works.toBeRemoved(callers.with(Role.USER).person());
    }

    @GET
    @Path("/{produceId}")
    public Work find(@PathParam("produceId") String produceId) {
        return works.find(callers.with(Role.USER, Role.OFFICER), new ProduceId(produceId));
    }

    /// What was held and released, or never came to its owner, counts as delivered once its last byte left here.
    @GET
    @Path("/{produceId}/content")
    public Response content(@PathParam("produceId") String produceId) {
        var person = callers.with(Role.USER).person();
        var id = new ProduceId(produceId);
        Response content = Content.of(works.content(person, id));
        if (works.owned(person, id).deliveredAt() == null) {
            end.delivers(List.of(id));
        }
        return content;
    }

    /// Without words about a source, whatever type of content the client declares.
    @POST
    @Path("/{produceId}/publication")
    @Consumes(MediaType.WILDCARD)
    public Published publish(@PathParam("produceId") String produceId) {
        return publish(produceId, null);
    }

    @POST
    @Path("/{produceId}/publication")
    @Consumes(MediaType.APPLICATION_JSON)
    public Published publish(@PathParam("produceId") String produceId, @Nullable Publication publication) {
        String named = publication == null || publication.source() == null
                ? ""
                : publication.source().strip();
        if (named.length() > LONGEST_SOURCE || named.indexOf('\0') >= 0) {
            throw INVALID_REQUEST.with("the field source has at most " + LONGEST_SOURCE + " characters");
        }
        return new Published(publish.publish(callers.with(Role.USER).person(), new ProduceId(produceId), named));
    }
}
