package io.mingshi.labels.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SinkTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void requirePermissions() {
        assumeTrue(
                FileSystems.getDefault().supportedFileAttributeViews().contains("posix"),
                "this system has no POSIX permissions");
    }

    private static String permissionsOf(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    private static void set(Path file, String permissions) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }

    @Test
    void aFinishedFileTakesThePermissionsOfTheOneItReplaces() throws IOException {
        Path target = Files.writeString(folder.resolve("target"), "private");
        set(target, "rw-------");
        Path finished = Files.writeString(folder.resolve("finished"), "new");
        set(finished, "rw-r--r--");
        Sink.file(target).accept(finished);
        assertThat(permissionsOf(target)).isEqualTo("rw-------");
        assertThat(target).hasContent("new");
    }

    @Test
    void aNewFileKeepsItsOwn() throws IOException {
        Path finished = Files.writeString(folder.resolve("finished"), "new");
        set(finished, "rw-r-----");
        Sink.file(folder.resolve("target")).accept(finished);
        assertThat(permissionsOf(folder.resolve("target"))).isEqualTo("rw-r-----");
    }
}
