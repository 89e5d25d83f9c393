package io.mingshi.labels.container.audio;

import io.mingshi.labels.container.AigcText;
import io.mingshi.labels.container.Bytes;
import io.mingshi.labels.container.LabelSite.Place;
import io.mingshi.labels.container.Sightings;
import io.mingshi.labels.container.Xmp;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The chunks of a WAV file (RIFF, WAVE), read as far as they are sound.
public final class WavFile {
    private static final String LABEL = "AIGC";
    private static final int MAX_CHUNKS = 10_000;
    private static final int LONGEST_LABEL = 65_536;

    /// Written into the size fields by encoders that stream and cannot go back.
    private static final long UNKNOWN_SIZE = 0xFFFF_FFFFL;

    private final byte[] bytes;
    private final List<Chunk> chunks = new ArrayList<>();
    private final Sightings sightings = new Sightings();
    private boolean openEnded;

    private record Chunk(String id, int start, int length) {}

    /// The `fmt ` chunk.
    ///
    /// @param tag 1 is PCM; the tag of the extensible form is already resolved
    /// @param channels how many
    /// @param rate frames per second
    /// @param bits per sample
    public record Format(int tag, int channels, long rate, int bits) {
        /// The tag of integer PCM.
        public static final int PCM = 1;
    }

    private WavFile(byte[] bytes) {
        this.bytes = bytes;
    }

    /// Reads the chunks; what is wrong is among the flaws of [#sightings()].
    public static WavFile parse(byte[] bytes) {
        WavFile file = new WavFile(bytes);
        file.readChunks();
        file.chunks.forEach(file::readLabel);
        return file;
    }

    private void readChunks() {
        long declared = Bytes.u32le(bytes, 4);
        int at = 12;
        while (at + 8 <= bytes.length && chunks.size() < MAX_CHUNKS) {
            String id = Bytes.latin1(bytes, at, 4);
            long length = Bytes.u32le(bytes, at + 4);
            int start = at + 8;
            if (length == UNKNOWN_SIZE && id.equals("data")) {
                openEnded = true;
                length = (long) bytes.length - start;
            } else if (length > bytes.length - start) {
                sightings.flaw("the WAV file ends inside its chunk " + printable(id));
                return;
            }
            chunks.add(new Chunk(id, start, (int) length));
            at = start + (int) (length + (length & 1));
        }
        if (openEnded) {
            sightings.flaw("the WAV file was streamed: its size fields do not say where it ends");
        } else if (declared + 8 != bytes.length || at < bytes.length || at > bytes.length + 1) {
            sightings.flaw("the WAV file is not as long as its header says");
        }
        if (format().isEmpty() || dataChunk().isEmpty()) {
            sightings.flaw("the WAV file holds no sound");
        }
    }

    private static String printable(String id) {
        return id.matches("[ -~]{4}") ? id : "with an unprintable name";
    }

    private void readLabel(Chunk chunk) {
        switch (chunk.id) {
            case LABEL -> label(Place.PRESCRIBED, "WAV chunk AIGC", chunk.start, chunk.length);
            case "LIST" -> readList(chunk);
            case "_PMX" ->
                Xmp.read(
                        Bytes.slice(bytes, chunk.start, chunk.length),
                        "WAV chunk _PMX XMP",
                        Place.MISPLACED,
                        sightings);
            case "data", "fmt ", "C2PA" -> {}
            default ->
                sightings.search(
                        Place.MISPLACED, "WAV chunk " + chunk.id, Bytes.latin1(bytes, chunk.start, chunk.length));
        }
    }

    private void readList(Chunk list) {
        for (Chunk child : children(list)) {
            if (child.id.equals(LABEL)) {
                label(Place.MISPLACED, "WAV LIST/INFO AIGC", child.start, child.length);
            } else {
                sightings.search(
                        Place.MISPLACED, "WAV LIST " + child.id, Bytes.latin1(bytes, child.start, child.length));
            }
        }
    }

    private List<Chunk> children(Chunk list) {
        List<Chunk> children = new ArrayList<>();
        int end = list.start + list.length;
        int at = list.start + 4;
        while (at + 8 <= end && children.size() < MAX_CHUNKS) {
            long length = Bytes.u32le(bytes, at + 4);
            if (length > end - at - 8) {
                sightings.unread("a LIST chunk of the WAV file is not sound");
                return children;
            }
            children.add(new Chunk(Bytes.latin1(bytes, at, 4), at + 8, (int) length));
            at += 8 + (int) (length + (length & 1));
        }
        return children;
    }

    private void label(Place place, String location, int start, int length) {
        Optional<String> text = length > LONGEST_LABEL ? Optional.empty() : Bytes.utf8(bytes, start, length);
        text.ifPresentOrElse(
                json -> sightings.site(place, location, json.replace('\0', ' ').strip()),
                () -> sightings.unread("the text of " + location + " is too long or not UTF-8"));
    }

    /// The labels and flaws seen.
    public Sightings sightings() {
        return sightings;
    }

    /// Whether the only flaw is that the sizes were left open by a streaming encoder: the sound then goes on to the
    /// end.
    public boolean openEnded() {
        return openEnded && sightings.flaws().size() == 1;
    }

    /// The format of the sound, if the file has a sound one.
    public Optional<Format> format() {
        return chunks.stream()
                .filter(chunk -> chunk.id.equals("fmt ") && chunk.length >= 16)
                .findFirst()
                .map(chunk -> new Format(
                        tag(chunk),
                        Bytes.u16le(bytes, chunk.start + 2),
                        Bytes.u32le(bytes, chunk.start + 4),
                        Bytes.u16le(bytes, chunk.start + 14)));
    }

    private int tag(Chunk format) {
        int tag = Bytes.u16le(bytes, format.start);
        return tag == 0xFFFE && format.length >= 26 ? Bytes.u16le(bytes, format.start + 24) : tag;
    }

    private Optional<Chunk> dataChunk() {
        return chunks.stream().filter(chunk -> chunk.id.equals("data")).findFirst();
    }

    /// The samples as they are stored.
    public byte[] data() {
        return dataChunk()
                .map(data -> Bytes.slice(bytes, data.start, data.length))
                .orElse(new byte[0]);
    }

    /// This file with other samples and this label in a chunk of its own; labels it had are gone, other chunks stay.
    public byte[] with(byte[] data, String label) {
        ByteArrayOutputStream body = new ByteArrayOutputStream(bytes.length + data.length + 1024);
        boolean written = false;
        for (Chunk chunk : chunks) {
            if (chunk.id.equals("data")) {
                if (!written) {
                    chunk(body, "data", data);
                    written = true;
                }
            } else if (chunk.id.equals("LIST")) {
                chunk(body, "LIST", listWithoutLabel(chunk));
            } else if (!carriesLabel(chunk)) {
                chunk(body, chunk.id, Bytes.slice(bytes, chunk.start, chunk.length));
            }
        }
        chunk(body, LABEL, label.getBytes(StandardCharsets.UTF_8));
        ByteArrayOutputStream file = new ByteArrayOutputStream(body.size() + 12);
        file.writeBytes(Bytes.latin1("RIFF"));
        file.writeBytes(littleEndian(body.size() + 4));
        file.writeBytes(Bytes.latin1("WAVE"));
        file.writeBytes(body.toByteArray());
        return file.toByteArray();
    }

    private boolean carriesLabel(Chunk chunk) {
        return !chunk.id.equals("fmt ")
                && (chunk.id.equals(LABEL)
                        || chunk.id.equals("_PMX")
                        || chunk.id.equals("C2PA")
                        || AigcText.in(Bytes.latin1(bytes, chunk.start, chunk.length))
                                .isPresent());
    }

    private byte[] listWithoutLabel(Chunk list) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(list.length);
        out.write(bytes, list.start, Math.min(4, list.length));
        for (Chunk child : children(list)) {
            if (!carriesLabel(child)) {
                chunk(out, child.id, Bytes.slice(bytes, child.start, child.length));
            }
        }
        return out.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream out, String id, byte[] content) {
        out.writeBytes(Bytes.latin1(id));
        out.writeBytes(littleEndian(content.length));
        out.writeBytes(content);
        if (content.length % 2 == 1) {
            out.write(0);
        }
    }

    private static byte[] littleEndian(int value) {
        return ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(value)
                .array();
    }
}
