package io.mingshi.labels.container.bmff;

import io.mingshi.labels.source.Source;
import java.io.IOException;
import java.util.Optional;

/// Where the label of a film is written: metadata with keys that is there already, or user data to add it to, or the
/// film's header itself.
///
/// @param moov the header
/// @param userData `moov/udta`, if there is one
/// @param metadata the first `moov/udta/meta` with the handler `mdta`, if there is one
record LabelPlace(Node moov, Optional<Node> userData, Optional<Node> metadata) {
    static LabelPlace in(Source file, Node moov) throws IOException {
        Optional<Node> userData = moov.all(file, "udta").stream().findFirst();
        if (userData.isPresent()) {
            for (Node meta : userData.get().all(file, "meta")) {
                if (MovieLabels.handler(file, meta).equals(KeyedMetadata.HANDLER)) {
                    return new LabelPlace(moov, userData, Optional.of(meta));
                }
            }
        }
        return new LabelPlace(moov, userData, Optional.empty());
    }

    void write(Source file, BoxEdits edits, String json) throws IOException {
        if (metadata.isPresent()) {
            KeyedMetadata.read(file, metadata.get()).rewrite(file, edits, Optional.of(json));
        } else if (userData.isPresent()) {
            addTo(userData.get(), file, edits, KeyedMetadata.meta(json));
        } else {
            edits.append(moov, Boxed.box("udta", KeyedMetadata.meta(json)));
        }
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
