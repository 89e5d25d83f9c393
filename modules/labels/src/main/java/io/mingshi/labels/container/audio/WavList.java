package io.mingshi.labels.container.audio;

import static io.mingshi.labels.LabelException.Code.MALFORMED;

import io.mingshi.labels.container.AigcText;
import io.mingshi.labels.container.Bytes;
import io.mingshi.labels.container.LabelSite.Place;
import io.mingshi.labels.container.Sightings;
import io.mingshi.labels.source.Splice;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// The chunks inside a LIST chunk, for example texts about the sound (INFO).
///
/// @param sound whether the children fill it exactly
record WavList(Region whole, List<Region> children, boolean sound) {
    private static final int MAX_CHILDREN = 10_000;
    private static final int HEADER = 8;

    /// Children include their header and padding.
    static WavList read(Region list) throws IOException {
        List<Region> children = new ArrayList<>();
        long at = 4;
        while (at + HEADER <= list.length() && children.size() < MAX_CHILDREN) {
            long length = Bytes.u32le(list.bytes(at, HEADER), 4);
            if (length > list.length() - at - HEADER) {
                return new WavList(list, List.copyOf(children), false);
            }
            long padded = Math.min(HEADER + length + (length & 1), list.length() - at);
            children.add(list.part(at, padded));
            at += padded;
        }
        return new WavList(list, List.copyOf(children), at + HEADER > list.length());
    }

    private static String id(Region child) throws IOException {
        return Bytes.latin1(child.bytes(0, 4), 0, 4);
    }

    private static Region content(Region child) throws IOException {
        return child.part(HEADER, Bytes.u32le(child.bytes(0, HEADER), 4));
    }

    void readLabels(Sightings sightings) throws IOException {
        for (Region child : children) {
            readLabel(child, sightings);
        }
        if (!sound) {
            sightings.unread("a LIST chunk of the WAV file is not sound");
        }
    }

    private static void readLabel(Region child, Sightings sightings) throws IOException {
        String id = id(child);
        if (id.equals("AIGC")) {
            StrayLabels.label(content(child), Place.MISPLACED, "WAV LIST/INFO AIGC", sightings);
        } else if (!id.equals("data")) {
            StrayLabels.read(content(child), "WAV LIST " + id, sightings);
        }
    }

    /// The content of the chunk without children that carry a label.
    Region withoutLabels() throws IOException {
        Splice.Builder kept = Splice.builder();
        whole.part(0, Math.min(4, whole.length())).appendTo(kept);
        boolean changed = false;
        for (Region child : children) {
            if (carriesLabel(child)) {
                changed = true;
            } else {
                child.appendTo(kept);
            }
        }
        if (changed && !sound) {
            throw MALFORMED.with("a LIST chunk with a label in it is damaged; remove it before labelling");
        }
        return changed ? Region.of(kept.build()) : whole;
    }

    private static boolean carriesLabel(Region child) throws IOException {
        if (id(child).equals("AIGC")) {
            return true;
        }
        Region content = content(child);
        if (id(child).equals("data") || content.length() > StrayLabels.LONGEST_SEARCHED) {
            return false;
        }
        byte[] bytes = content.bytes();
        return AigcText.in(Bytes.latin1(bytes, 0, bytes.length)).isPresent();
    }
}
