package io.mingshi.records.export.http;

import static io.mingshi.records.RecordsProblem.EXPORT_INVALID;

import io.mingshi.records.export.Export;
import io.mingshi.records.export.OrderExport;
import io.mingshi.records.export.ReadExport;
import io.mingshi.servicekit.caller.Caller;
import io.mingshi.servicekit.caller.Callers;
import io.mingshi.servicekit.caller.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.PathPart;
import org.jspecify.annotations.Nullable;

/// Exports for inspection: ordered by officers and inspectors, approved by a second officer.
@Path("/api/records/exports")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
class ExportsResource {
    private static final int RANGE_NOT_SATISFIABLE = 416;

    private final OrderExport orderExport;
    private final ReadExport readExport;
    private final Callers callers;

    ExportsResource(OrderExport orderExport, ReadExport readExport, Callers callers) {
        this.orderExport = orderExport;
        this.readExport = readExport;
        this.callers = callers;
    }

    @POST
    public Response order(@Nullable ExportRequest request) {
        Caller caller = reader();
        if (request == null) {
            throw EXPORT_INVALID.with("say what to export: a scope, a case number and a reason");
        }
        Export export = orderExport.order(request.wish(), caller, privilege(caller));
        return Response.created(
                        URI.create("/api/records/exports/" + export.order().id()))
                .entity(ExportView.of(export))
                .build();
    }

    @GET
    public List<ExportView> newest() {
        reader();
        return readExport.newest().stream().map(ExportView::of).toList();
    }

    @POST
    @Path("/{id}/approval")
    public ExportView approve(@PathParam("id") String id) {
        return ExportView.of(orderExport.approve(id, callers.with(Role.OFFICER)));
    }

    @GET
    @Path("/{id}")
    public ExportView find(@PathParam("id") String id) {
        reader();
        return ExportView.of(readExport.find(id));
    }

    /// The file, or one range of it, so that a broken download goes on where it broke.
    @GET
    @Path("/{id}/file")
    @Produces("application/zip")
    public Response file(@PathParam("id") String id, @HeaderParam("Range") @Nullable String range) throws IOException {
        Caller caller = reader();
        java.nio.file.Path file = readExport.file(id, caller, privilege(caller));
        long size = Files.size(file);
        Optional<ByteRange> part;
        try {
            part = ByteRange.of(range, size);
        } catch (IllegalArgumentException e) {
            return Response.status(RANGE_NOT_SATISFIABLE)
                    .header("Content-Range", "bytes */" + size)
                    .build();
        }
        Response.ResponseBuilder response = part.isEmpty()
                ? Response.ok(file)
                : Response.status(Response.Status.PARTIAL_CONTENT)
                        .entity(new PathPart(
                                file, part.get().start(), part.get().length()))
                        .header("Content-Range", contentRange(part.get(), size));
        return response.type("application/zip")
                .header("Accept-Ranges", "bytes")
                .header("Cache-Control", "no-store")
                .header("Content-Disposition", "attachment; filename=\"mingshi-export-" + id + ".zip\"")
                .build();
    }

    private static String contentRange(ByteRange range, long size) {
        return "bytes " + range.start() + "-" + (range.start() + range.length() - 1) + "/" + size;
    }

    private Caller reader() {
        return callers.with(Role.OFFICER, Role.INSPECTOR);
    }

    private static Role privilege(Caller caller) {
        return caller.is(Role.INSPECTOR) ? Role.INSPECTOR : Role.OFFICER;
    }
}
