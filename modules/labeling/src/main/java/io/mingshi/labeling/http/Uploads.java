package io.mingshi.labeling.http;

import static io.mingshi.labeling.LabelingProblem.FILE_NEEDED;

import io.mingshi.labeling.Desk;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/// Files on their way in and out: on disk, never whole in memory.
final class Uploads {
    private Uploads() {}

    static Path required(@Nullable FileUpload file) {
        if (file == null) {
            throw FILE_NEEDED.with("send the file as the multipart field file, or as the body of the request");
        }
        return file.uploadedFile();
    }

    /// Works on the body of a request, of which one byte more is taken than is accepted, so that too much is noticed.
    static <T> T spooled(InputStream body, Desk.Work<T> work) throws IOException {
        Path file = Files.createTempFile("mingshi-labeling-", null);
        try {
            Files.copy(new Bounded(body, Desk.MAX_FILE + 1L), file, StandardCopyOption.REPLACE_EXISTING);
            return work.on(file);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /// Sends the file and removes it.
    static Response.ResponseBuilder handOut(Path file, String mediaType) throws IOException {
        long size = Files.size(file);
        return Response.ok(Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE))
                .type(mediaType)
                .header("Content-Length", size);
    }

    private static final class Bounded extends InputStream {
        private final InputStream in;
        private long left;

        Bounded(InputStream in, long most) {
            this.in = in;
            this.left = most;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int at, int length) throws IOException {
            if (left == 0) {
                return -1;
            }
            int read = in.read(into, at, (int) Math.min(length, left));
            left -= Math.max(0, read);
            return read;
        }
    }
}
