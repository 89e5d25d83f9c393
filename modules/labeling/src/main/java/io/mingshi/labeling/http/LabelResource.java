package io.mingshi.labeling.http;

import io.mingshi.labeling.LabelFile;
import io.mingshi.servicekit.caller.Callers;
import io.mingshi.servicekit.caller.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/// Labels a file in the provider's name: for other parts of its product and for its operators, never for the public,
/// who could make anything look like this provider's work.
@Path("/api/labeling/labels")
@RunOnVirtualThread
class LabelResource {
    private final LabelFile labelFile;
    private final Callers callers;

    LabelResource(LabelFile labelFile, Callers callers) {
        this.labelFile = labelFile;
        this.callers = callers;
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response label(
            @RestForm @Nullable FileUpload file,
            @RestForm @Nullable String produceId,
            @RestForm @Nullable Boolean watermark)
            throws IOException {
        var caller = callers.with(Role.SERVICE, Role.OPERATOR);
        var wish = new LabelFile.Wish(
                Optional.ofNullable(file).map(FileUpload::fileName),
                Optional.ofNullable(produceId).map(String::strip).filter(text -> !text.isEmpty()),
                Boolean.TRUE.equals(watermark));
        LabelFile.Labelled labelled = labelFile.label(Uploads.required(file), wish, caller.person());
        return Uploads.handOut(labelled.file(), labelled.type().mimeType())
                .header("Mingshi-Produce-Id", labelled.produceId())
                .build();
    }
}
