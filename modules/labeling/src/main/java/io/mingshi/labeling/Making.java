package io.mingshi.labeling;

import static io.mingshi.labeling.LabelingProblem.NOT_LABELLED;

import io.mingshi.labels.LabelEngine;
import io.mingshi.labels.LabelException;
import io.mingshi.labels.LabelRequest;
import io.mingshi.labels.MediaType;
import io.mingshi.labels.source.Sink;
import io.mingshi.labels.source.Source;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Files in the making: they exist until they are handed out or something fails.
@ApplicationScoped
class Making {
    Path newFile() throws IOException {
        return Files.createTempFile("mingshi-labeling-", null);
    }

    /// @throws io.mingshi.contracts.ProblemException `NOT_LABELLED` with the engine's own sentence
    Path labelled(LabelEngine engine, MediaType type, Path content, LabelRequest request) throws IOException {
        Path target = newFile();
        return orRemoved(target, () -> {
            try (FileChannel channel = FileChannel.open(content, StandardOpenOption.READ)) {
                engine.label(type, Source.of(channel), request, Sink.file(target));
                return target;
            } catch (LabelException refused) {
                throw NOT_LABELLED.with(refused.sentence());
            }
        });
    }

    /// A step that has to succeed before a file may leave.
    ///
    /// @param <T> what comes of it
    interface Step<T> {
        T take() throws IOException;
    }

    /// Takes the step, and the file away if it fails in whatever way.
    <T> T orRemoved(Path file, Step<T> step) throws IOException {
        boolean done = false;
        try {
            T result = step.take();
            done = true;
            return result;
        } finally {
            if (!done) {
                Files.deleteIfExists(file);
            }
        }
    }

    static String sha256(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            DigestInputStream digested = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"));
            digested.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digested.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
