package io.mingshi.labels.command;

import io.mingshi.labels.source.Sink;
import io.mingshi.labels.source.Workspace;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/// Standard output for a finished file. Unlike `System.out` it says when it cannot be written; it is not closed.
final class StandardOutput implements Sink {
    private static final String UNWRITTEN = "standard output could not be written";

    @Override
    public Workspace workspace() {
        return Workspace.temporary();
    }

    @Override
    public void accept(Path finished) throws IOException {
        try {
            Files.copy(finished, new FileOutputStream(FileDescriptor.out));
        } catch (IOException e) {
            throw new IOException(UNWRITTEN + ": " + e.getMessage(), e);
        }
    }

    /// Fails if anything that was printed got lost.
    static void requireWritten(PrintWriter out) throws IOException {
        if (out.checkError() || System.out.checkError()) {
            throw new IOException(UNWRITTEN);
        }
    }
}
