package io.mingshi.labeling.http;

import io.mingshi.labeling.FileReport;
import io.mingshi.labeling.VerifyFile;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/// Anybody may verify a file; nobody has to log in and nothing is kept.
@Path("/api/labeling/verifications")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
class VerificationResource {
    private final VerifyFile verifyFile;

    VerificationResource(VerifyFile verifyFile) {
        this.verifyFile = verifyFile;
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public FileReport form(@RestForm @Nullable FileUpload file) throws IOException {
        return verifyFile.verify(Uploads.required(file));
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    public FileReport raw(InputStream body) throws IOException {
        return Uploads.spooled(body, verifyFile::verify);
    }
}
