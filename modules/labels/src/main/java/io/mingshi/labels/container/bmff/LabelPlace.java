package io.mingshi.labels.container.bmff;

import io.mingshi.labels.container.bmff.KeyedMetadata.Entry;
import io.mingshi.labels.source.Source;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Where the label of a film is written: metadata with keys that is there already, or user data to add it to, or the
/// film's header itself.
///
/// @param moov the header
/// @param userData `moov/udta`, if there is one
/// @param metadata the first `moov/udta/meta` with the handler `mdta`, if there is one
/// @param ofCamera the first `moov/meta` with that handler and something beside labels, as cameras of Apple write it
record LabelPlace(
        Node moov, Optional<Node> userData, Optional<KeyedMetadata> metadata, Optional<KeyedMetadata> ofCamera) {
    static LabelPlace in(Source file, Node moov) throws IOException {
        Optional<Node> userData = moov.all(file, "udta").stream().findFirst();
        Optional<KeyedMetadata> metadata = userData.isPresent() ? keyed(file, userData.get()) : Optional.empty();
        Optional<KeyedMetadata> ofCamera = keyed(file, moov);
        if (ofCamera.isPresent() && ofCamera.get().kept(file).isEmpty()) {
            ofCamera = Optional.empty();
        }
        return new LabelPlace(moov, userData, metadata, ofCamera);
    }

    private static Optional<KeyedMetadata> keyed(Source file, Node parent) throws IOException {
        for (Node meta : parent.all(file, "meta")) {
            if (MovieLabels.handler(file, meta).equals(KeyedMetadata.HANDLER)) {
                return Optional.of(KeyedMetadata.read(file, meta));
            }
        }
        return Optional.empty();
    }

    /// The boxes that [#write] rewrites.
    List<Node> rewritten() {
        return Stream.of(metadata, ofCamera)
                .flatMap(Optional::stream)
                .map(KeyedMetadata::meta)
                .toList();
    }

    void write(Source file, BoxEdits edits, String json) throws IOException {
        List<String> names = names(file);
        if (ofCamera.isPresent()) {
            ofCamera.get().rewrite(file, edits, names, Optional.empty());
        }
        if (metadata.isPresent()) {
            metadata.get().rewrite(file, edits, names, Optional.of(json));
        } else if (userData.isPresent()) {
            addTo(userData.get(), file, edits, KeyedMetadata.meta(names, json));
        } else {
            edits.append(moov, Boxed.box("udta", KeyedMetadata.meta(names, json)));
        }
    }

    /// One list of names for both boxes: ffprobe and mediainfo look all values up in the first list of the film.
    private List<String> names(Source file) throws IOException {
        List<Entry> entries = new ArrayList<>();
        if (ofCamera.isPresent()) {
            entries.addAll(ofCamera.get().kept(file));
        }
        if (metadata.isPresent()) {
            entries.addAll(metadata.get().kept(file));
        }
        return Stream.concat(entries.stream().map(Entry::key), Stream.of(KeyedMetadata.LABEL_NAME))
                .distinct()
                .toList();
    }

    /// Behind the last box and before the zero that may end a list of user data: readers stop there.
    private static void addTo(Node userData, Source file, BoxEdits edits, byte[] meta) throws IOException {
        long end = userData.box().content();
        for (Node child : userData.children(file)) {
            end = child.box().end();
        }
        edits.replace(Optional.of(userData), end, end, meta);
    }
}
