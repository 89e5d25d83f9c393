package io.mingshi.labels.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpliceTest {
    /// Every piece is cut out of a longer array, and the last splice is a splice of splices.
    private static Splice spliced(List<byte[]> pieces) {
        Splice.Builder builder = Splice.builder();
        for (byte[] piece : pieces) {
            byte[] longer = new byte[piece.length + 5];
            System.arraycopy(piece, 0, longer, 2, piece.length);
            builder.copy(Source.of(longer), 2, piece.length);
        }
        Splice inner = builder.build();
        long half = inner.size() / 2;
        return Splice.builder()
                .copy(inner, 0, half)
                .copy(inner, half, inner.size() - half)
                .build();
    }

    private static byte[] joined(List<byte[]> pieces) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        pieces.forEach(all::writeBytes);
        return all.toByteArray();
    }

    @Property(tries = 500)
    void aSpliceReadsLikeItsPiecesInARow(@ForAll @Size(max = 8) List<byte[]> pieces, @ForAll int from, @ForAll int to)
            throws Exception {
        byte[] whole = joined(pieces);
        Splice splice = spliced(pieces);
        assertThat(splice.size()).isEqualTo(whole.length);
        int start = Math.floorMod(from, whole.length + 1);
        int length = Math.floorMod(to, whole.length - start + 1);
        byte[] range = Arrays.copyOfRange(whole, start, start + length);
        assertThat(splice.bytes(start, length)).isEqualTo(range);
        ByteArrayOutputStream passed = new ByteArrayOutputStream();
        splice.transfer(start, length, Channels.newChannel(passed));
        assertThat(passed.toByteArray()).isEqualTo(range);
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        splice.digest(start, length, digest);
        assertThat(digest.digest())
                .isEqualTo(MessageDigest.getInstance("SHA-256").digest(range));
    }

    @Test
    void whatLiesBeyondTheEndIsNotRead() {
        Splice splice = spliced(List.of(new byte[4], new byte[3]));
        assertThatExceptionOfType(EOFException.class).isThrownBy(() -> splice.bytes(5, 3));
        assertThatExceptionOfType(EOFException.class)
                .isThrownBy(() -> splice.transfer(0, 8, Channels.newChannel(new ByteArrayOutputStream())));
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> Splice.builder().copy(splice, 0, 8));
    }

    @Test
    void aFileThatShrinksIsNoticed(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("file"), new byte[100]);
        try (FileChannel channel = FileChannel.open(file)) {
            Source source = Source.of(channel);
            Files.write(file, new byte[50]);
            assertThatExceptionOfType(EOFException.class).isThrownBy(() -> source.bytes(0, 100));
            assertThatExceptionOfType(EOFException.class)
                    .isThrownBy(() -> source.transferTo(Channels.newChannel(new ByteArrayOutputStream())));
        }
    }

    @Test
    void aWorkspaceLeavesNothingBehind(@TempDir Path folder) throws IOException {
        try (Workspace workspace = Workspace.in(folder)) {
            Path written = workspace.written(Source.of(new byte[] {1, 2, 3}), "bin");
            assertThat(workspace.open(written).bytes()).containsExactly(1, 2, 3);
            assertThat(Files.list(folder)).hasSize(1);
        }
        assertThat(Files.list(folder)).isEmpty();
    }
}
