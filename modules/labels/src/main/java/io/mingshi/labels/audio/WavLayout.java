package io.mingshi.labels.audio;

import static io.mingshi.labels.LabelException.Code.MALFORMED;
import static io.mingshi.labels.LabelException.Code.TOO_LARGE;
import static io.mingshi.labels.LabelException.Code.UNSUPPORTED;

import io.mingshi.labels.LabelException;
import io.mingshi.labels.container.Bytes;
import io.mingshi.labels.source.Source;
import io.mingshi.labels.source.Splice;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/// Where the samples of a WAV file lie and how they are stored.
///
/// @param file the whole file
/// @param coding of each sample
/// @param channels 1 to 64
/// @param rate frames per second
/// @param dataAt where the samples begin
/// @param dataLength in bytes, whole frames
/// @param dataEnd where the next chunk begins
/// @param factAt where the number of frames stands a second time, if it does
public record WavLayout(
        Source file,
        SampleCoding coding,
        int channels,
        int rate,
        long dataAt,
        long dataLength,
        long dataEnd,
        Optional<Long> factAt) {

    private static final int MAX_CHUNKS = 10_000;
    private static final int MOST_CHANNELS = 64;
    private static final int LOWEST_RATE = 2_000;
    private static final int HIGHEST_RATE = 768_000;
    private static final int EXTENSIBLE = 0xFFFE;
    private static final int LONGEST_FORMAT = 64;

    /// Written into the size fields by encoders that stream and cannot go back.
    private static final long UNKNOWN_SIZE = 0xFFFF_FFFFL;

    /// Reads the chunks up to the samples and the heads of those behind.
    ///
    /// @throws LabelException MALFORMED or UNSUPPORTED for a file whose samples are not understood
    public static WavLayout of(Source file) throws IOException {
        if (file.size() < 12 || !Bytes.latin1(file.bytes(0, 4), 0, 4).equals("RIFF")) {
            throw UNSUPPORTED.with("WAV files beyond 4 GB in the form RF64 are not labelled here");
        }
        return new Chunks(file).layout();
    }

    private static final class Chunks {
        private final Source file;
        private Optional<byte[]> format = Optional.empty();
        private Optional<Long> fact = Optional.empty();
        private long dataAt;
        private long dataLength = -1;
        private long dataEnd;

        Chunks(Source file) {
            this.file = file;
        }

        WavLayout layout() throws IOException {
            long at = 12;
            for (int count = 0; at + 8 <= file.size() && count < MAX_CHUNKS; count++) {
                byte[] head = file.bytes(at, 8);
                at = chunk(Bytes.latin1(head, 0, 4), Bytes.u32le(head, 4), at + 8);
            }
            if (format.isEmpty() || dataLength < 0) {
                throw MALFORMED.with("the WAV file holds no sound");
            }
            return withFormat(format.get());
        }

        private long chunk(String id, long stated, long start) throws IOException {
            boolean open = stated == UNKNOWN_SIZE && id.equals("data");
            long length = open ? file.size() - start : stated;
            if (length > file.size() - start) {
                throw MALFORMED.with("the WAV file ends inside one of its chunks");
            }
            long end = Math.min(file.size(), start + length + (length & 1));
            if (id.equals("fmt ") && format.isEmpty() && length >= 16) {
                format = Optional.of(file.bytes(start, (int) Math.min(length, LONGEST_FORMAT)));
            } else if (id.equals("fact") && length >= 4) {
                fact = Optional.of(start);
            } else if (id.equals("data") && dataLength < 0) {
                dataAt = start;
                dataLength = length;
                dataEnd = end;
            }
            return end;
        }

        private WavLayout withFormat(byte[] format) {
            int tag = Bytes.u16le(format, 0);
            int kind = tag == EXTENSIBLE && format.length >= 26 ? Bytes.u16le(format, 24) : tag;
            int channels = Bytes.u16le(format, 2);
            long rate = Bytes.u32le(format, 4);
            SampleCoding coding = SampleCoding.of(kind, Bytes.u16le(format, 14))
                    .orElseThrow(
                            () -> UNSUPPORTED.with("the samples of the WAV file are not plain numbers of 8, 16, 24,"
                                    + " 32 or 64 bits; convert it before labelling"));
            if (channels < 1 || channels > MOST_CHANNELS || rate < LOWEST_RATE || rate > HIGHEST_RATE) {
                throw UNSUPPORTED.with("a WAV file with " + channels + " channels at " + rate
                        + " frames per second is not labelled here");
            }
            long whole = dataLength - dataLength % ((long) coding.bytes() * channels);
            return new WavLayout(file, coding, channels, (int) rate, dataAt, whole, dataEnd, fact);
        }
    }

    /// Bytes per frame.
    public int frameBytes() {
        return coding.bytes() * channels;
    }

    /// How many frames there are.
    public long frames() {
        return dataLength / frameBytes();
    }

    /// Some frames, interleaved.
    public float[] read(long from, int count) throws IOException {
        int length = Math.multiplyExact(count, frameBytes());
        return coding.decode(file.bytes(dataAt + from * frameBytes(), length), length);
    }

    /// The same file with other samples; every other chunk stays, and all sizes are true.
    public Source with(Source data) {
        long padded = data.size() + (data.size() & 1);
        long rest = file.size() - dataEnd;
        long size = dataAt + padded + rest - 8;
        if (size > UNKNOWN_SIZE - 1) {
            throw TOO_LARGE.with("the WAV file would become longer than the 4 GB that its size field can tell");
        }
        Splice.Builder out = Splice.builder().copy(file, 0, 4).insert(littleEndian(size));
        long at = 8;
        if (factAt.isPresent() && factAt.get() < dataAt) {
            out.copy(file, at, factAt.get() - at).insert(littleEndian(data.size() / frameBytes()));
            at = factAt.get() + 4;
        }
        out.copy(file, at, dataAt - 4 - at).insert(littleEndian(data.size())).copy(data, 0, data.size());
        out.insert(new byte[(int) (padded - data.size())]);
        if (factAt.isPresent() && factAt.get() > dataAt) {
            out.copy(file, dataEnd, factAt.get() - dataEnd).insert(littleEndian(data.size() / frameBytes()));
            long behind = factAt.get() + 4;
            return out.copy(file, behind, file.size() - behind).build();
        }
        return out.copy(file, dataEnd, rest).build();
    }

    private static byte[] littleEndian(long value) {
        return ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt((int) value)
                .array();
    }
}
