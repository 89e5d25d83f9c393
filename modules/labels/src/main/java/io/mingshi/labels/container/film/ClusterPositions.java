package io.mingshi.labels.container.film;

import io.mingshi.labels.container.Edits;
import io.mingshi.labels.container.film.MatroskaEdits.Places;
import io.mingshi.labels.source.Source;
import java.io.IOException;
import java.util.Optional;

/// The place that a cluster may tell of itself, so that a damaged film can be joined again.
final class ClusterPositions {
    /// Time, place and a checksum come first and are short.
    private static final int HEAD = 64;

    private static final int MAX_ELEMENTS = 4;

    private final Source file;
    private final MatroskaFile film;
    private final Edits edits;
    private final Places places;

    ClusterPositions(Source file, MatroskaFile film, Edits edits, Places places) {
        this.file = file;
        this.film = film;
        this.edits = edits;
        this.places = places;
    }

    void correct() throws IOException {
        if (!places.positions().same()) {
            film.clusters(this::correct);
        }
    }

    private void correct(EbmlElement cluster, long end) throws IOException {
        long at = cluster.content();
        Optional<EbmlElement> checksum = Optional.empty();
        for (int i = 0; i < MAX_ELEMENTS && at < Math.min(end, cluster.content() + HEAD); i++) {
            EbmlElement element = EbmlElement.at(file, at, end);
            if (element.isOpen()) {
                return;
            }
            if (element.id() == Ids.CRC_32) {
                checksum = Optional.of(element);
            } else if (element.id() == Ids.CLUSTER_POSITION && element.length() <= Long.BYTES) {
                correct(cluster, element, checksum);
                return;
            }
            at = element.end();
        }
    }

    private void correct(EbmlElement cluster, EbmlElement position, Optional<EbmlElement> checksum) throws IOException {
        long old = Ebml.read(file, position).number();
        // Live films say 0 everywhere.
        if (old != cluster.start() - film.origin() || places.of(old) == old) {
            return;
        }
        Ebml number = Ebml.number(Ids.CLUSTER_POSITION, places.of(old), (int) position.length());
        boolean fits = number.width() == position.length();
        byte[] filler = Ebml.filler((int) (position.end() - position.start()));
        edits.replace(position.start(), position.end(), fits ? number.toBytes(position.sizeWidth()) : filler);
        checksum.ifPresent(sum -> edits.replace(sum.start(), sum.end(), Ebml.filler((int) (sum.end() - sum.start()))));
    }
}
