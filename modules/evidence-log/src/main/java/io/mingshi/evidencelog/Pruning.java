package io.mingshi.evidencelog;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.mingshi.evidencelog.merkle.Tile;
import io.mingshi.evidencelog.note.MinimumIndex;
import io.mingshi.evidencelog.note.SignedNote;
import io.mingshi.evidencelog.note.SignerKey;
import io.mingshi.evidencelog.note.Texts;
import io.mingshi.evidencelog.store.LogReader;
import io.mingshi.evidencelog.store.LogStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Removes the entries below a minimum index, and the tiles that nothing above it needs.
///
/// The minimum index is published first, then objects are removed, then it is noted how far that went: a pruning
/// that was cut off is finished by the next one, and no reader misses what was not announced.
final class Pruning {
    private static final String DONE = ".writer/pruned";
    private static final int AT_ONCE = 1000;

    private final LogStore store;

    Pruning(LogStore store) {
        this.store = store;
    }

    /// The minimum index as the log published it; zero if it was never pruned.
    static long published(LogReader log, SignerKey signer) throws IOException {
        Optional<SignedNote> note = log.minimumIndex();
        return note.isEmpty() ? 0 : note.get().minimumIndex(signer.verifier()).index();
    }

    void publish(long minimum, SignerKey signer) throws IOException {
        SignedNote note = signer.sign(new MinimumIndex(signer.verifier().name(), minimum));
        store.write(Map.of(LogReader.MINIMUM_INDEX, note.bytes()));
    }

    /// Removes what the specification lets a log remove: full tiles and bundles that end at or below the minimum.
    void remove(long minimum) throws IOException {
        long done = done();
        List<String> paths = new ArrayList<>();
        for (int level = 0; level < Tile.MAX_LEVEL; level++) {
            int height = (level + 1) * Tile.HEIGHT;
            for (long index = done >> height; index < minimum >> height; index++) {
                Tile tile = new Tile(level, index, Tile.FULL);
                paths.add(tile.path());
                if (level == 0) {
                    paths.add(tile.entriesPath());
                }
                if (paths.size() >= AT_ONCE) {
                    store.remove(paths);
                    paths.clear();
                }
            }
        }
        store.remove(paths);
        store.write(Map.of(DONE, Long.toString(minimum).getBytes(US_ASCII)));
    }

    private long done() throws IOException {
        Optional<byte[]> number = store.read(DONE);
        return number.isEmpty() ? 0 : Texts.number(new String(number.get(), US_ASCII), DONE);
    }
}
