package io.mingshi.records.export.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Exports that outgrow the numbers of the old format.
class ZipLayoutTest {
    private static final long LARGE = 5L << 30;
    private static final int MANY = 70_000;

    @TempDir
    Path folder;

    @Test
    void filesBeyondFourGigabytesAreReadByOtherPrograms() throws IOException {
        ZipMember large = new ZipMember("large", false, 0, LARGE, LARGE, 0);
        ZipMember small = new ZipMember("small", false, crc("x"), 1, 1, large.end());
        Path file = folder.resolve("large.zip");
        try (RandomAccessFile zip = new RandomAccessFile(file.toFile(), "rw")) {
            zip.write(ZipLayout.local(large));
            zip.seek(small.offset()); // what lies between takes no space on the disk
            zip.write(ZipLayout.local(small));
            zip.write('x');
            zip.write(ZipLayout.central(large));
            zip.write(ZipLayout.central(small));
            long length = zip.getFilePointer() - small.end();
            zip.write(ZipLayout.end(2, small.end(), length));
        }
        try (ZipFile zip = new ZipFile(file.toFile())) {
            assertThat(zip.getEntry("large").getSize()).isEqualTo(LARGE);
            assertThat(zip.getInputStream(zip.getEntry("small")).readAllBytes()).isEqualTo("x".getBytes(UTF_8));
        }
        try (StrictZip zip = StrictZip.open(file)) {
            assertThat(zip.members()).containsExactly(large, small);
            assertThat(zip.read("small", 1)).isEqualTo("x".getBytes(UTF_8));
        }
    }

    @Test
    void moreFilesThanSixteenBitsCountAreReadByOtherPrograms() throws IOException {
        Path file = folder.resolve("many.zip");
        try (ZipWriter zip = new ZipWriter(file, Files.createDirectory(folder.resolve("work")))) {
            for (int i = 0; i < MANY; i++) {
                zip.stored("f/" + i, new byte[0]);
            }
            zip.finish("origin", "export", text -> text.getBytes(UTF_8));
        }
        try (ZipFile zip = new ZipFile(file.toFile())) {
            assertThat(zip.size()).isEqualTo(MANY + 2);
        }
        try (StrictZip zip = StrictZip.open(file)) {
            assertThat(zip.members()).hasSize(MANY + 2);
            assertThat(zip.read("f/" + (MANY - 1), 0)).isEmpty();
        }
    }

    private static int crc(String text) {
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(UTF_8));
        return (int) crc.getValue();
    }
}
