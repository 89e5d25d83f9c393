package io.mingshi.labels.container.audio;

import io.mingshi.labels.container.AigcText;
import io.mingshi.labels.container.Bytes;
import io.mingshi.labels.container.LabelSite.Place;
import io.mingshi.labels.container.Sightings;
import io.mingshi.labels.source.Splice;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// The comments of a FLAC or OGG file (Vorbis I specification, section 5): lines `NAME=value`, one of which may be
/// `AIGC=` with the label (TC260-PG-202510A).
///
/// @param vendor the name of the encoder
/// @param comments in order, without their lengths
/// @param rest what stands behind the comments
record VorbisComments(Region vendor, List<Region> comments, Region rest) {
    private static final String LABEL = "AIGC=";
    private static final int MAX_COMMENTS = 10_000;
    private static final Set<String> PICTURES = Set.of("METADATA_BLOCK_PICTURE", "COVERART");

    /// A longer name is not one of those that matter here.
    private static final int LONGEST_NAME = 64;

    /// Comments of a file that had none.
    static VorbisComments none() {
        Region nothing = Region.of(new byte[0]);
        return new VorbisComments(Region.of(Bytes.latin1("Mingshi")), List.of(), nothing);
    }

    /// The comments of a region, or nothing if their lengths do not fit.
    static Optional<VorbisComments> read(Region area) throws IOException {
        Optional<Region> vendor = counted(area, 0);
        if (vendor.isEmpty() || area.length() < vendor.get().length() + 8) {
            return Optional.empty();
        }
        long at = 4 + vendor.get().length();
        long count = Bytes.u32le(area.bytes(at, 4), 0);
        at += 4;
        List<Region> comments = new ArrayList<>();
        while (comments.size() < Math.min(count, MAX_COMMENTS + 1)) {
            Optional<Region> comment = counted(area, at);
            if (comment.isEmpty() || comments.size() == MAX_COMMENTS) {
                return Optional.empty();
            }
            comments.add(comment.get());
            at += 4 + comment.get().length();
        }
        return Optional.of(new VorbisComments(vendor.get(), List.copyOf(comments), area.after(at)));
    }

    private static Optional<Region> counted(Region area, long at) throws IOException {
        if (area.length() - at < 4) {
            return Optional.empty();
        }
        long length = Bytes.u32le(area.bytes(at, 4), 0);
        return length > area.length() - at - 4 ? Optional.empty() : Optional.of(area.part(at + 4, length));
    }

    private static boolean isLabel(Region comment) throws IOException {
        return Bytes.latin1(comment.head(LABEL.length()), 0, (int) Math.min(LABEL.length(), comment.length()))
                .equalsIgnoreCase(LABEL);
    }

    private static String name(Region comment) throws IOException {
        byte[] head = comment.head(LONGEST_NAME);
        String text = Bytes.latin1(head, 0, head.length);
        int end = text.indexOf('=');
        return end < 0 ? "comment" : text.substring(0, end).toUpperCase(Locale.ROOT);
    }

    /// @param place what a comment `AIGC` is here
    /// @param location the kind of file and comment
    void readLabels(Place place, String location, Sightings sightings) throws IOException {
        for (Region comment : comments) {
            if (isLabel(comment)) {
                StrayLabels.label(comment.after(LABEL.length()), place, location + " AIGC", sightings);
            } else if (!PICTURES.contains(name(comment))) {
                StrayLabels.read(comment, location + " " + name(comment), sightings);
            }
        }
    }

    private static boolean carriesLabel(Region comment) throws IOException {
        if (isLabel(comment)) {
            return true;
        }
        if (PICTURES.contains(name(comment)) || comment.length() > StrayLabels.LONGEST_SEARCHED) {
            return false;
        }
        byte[] bytes = comment.bytes();
        return AigcText.in(Bytes.latin1(bytes, 0, bytes.length)).isPresent();
    }

    VorbisComments withoutLabels() throws IOException {
        List<Region> kept = new ArrayList<>();
        for (Region comment : comments) {
            if (!carriesLabel(comment)) {
                kept.add(comment);
            }
        }
        return new VorbisComments(vendor, List.copyOf(kept), rest);
    }

    VorbisComments with(String json) {
        List<Region> all = new ArrayList<>(comments);
        all.add(Region.of((LABEL + json).getBytes(StandardCharsets.UTF_8)));
        return new VorbisComments(vendor, List.copyOf(all), rest);
    }

    /// As they are stored.
    Region toRegion() {
        Splice.Builder out = Splice.builder();
        appendCounted(vendor, out);
        out.insert(number(comments.size()));
        comments.forEach(comment -> appendCounted(comment, out));
        rest.appendTo(out);
        return Region.of(out.build());
    }

    private static void appendCounted(Region text, Splice.Builder out) {
        out.insert(number(text.length()));
        text.appendTo(out);
    }

    private static byte[] number(long number) {
        return ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt((int) number)
                .array();
    }
}
