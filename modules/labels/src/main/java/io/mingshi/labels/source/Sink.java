package io.mingshi.labels.source;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// Where a finished file goes: whole, or not at all.
public interface Sink {
    /// The place for files in the making; on the disk of the target, so that the finished one need not be copied.
    Workspace workspace();

    /// Takes the finished file, which is removed afterwards if it is still there.
    void accept(Path finished) throws IOException;

    /// A file that appears under its name when it is complete, in the place of one that was there, whose permissions it
    /// takes over: a private file stays private.
    static Sink file(Path target) {
        return new Sink() {
            @Override
            public Workspace workspace() {
                Path parent = target.toAbsolutePath().getParent();
                return parent == null ? Workspace.temporary() : Workspace.in(parent);
            }

            @Override
            public void accept(Path finished) throws IOException {
                if (Files.isRegularFile(target) && Files.getFileStore(target).supportsFileAttributeView("posix")) {
                    Files.setPosixFilePermissions(finished, Files.getPosixFilePermissions(target));
                }
                Files.move(finished, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            }
        };
    }

    /// A stream, which gets its first byte when the file is complete; it is not closed.
    static Sink stream(OutputStream out) {
        return new Sink() {
            @Override
            public Workspace workspace() {
                return Workspace.temporary();
            }

            @Override
            public void accept(Path finished) throws IOException {
                Files.copy(finished, out);
            }
        };
    }
}
