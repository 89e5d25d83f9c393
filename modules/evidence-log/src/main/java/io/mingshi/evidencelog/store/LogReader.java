package io.mingshi.evidencelog.store;

import static io.mingshi.evidencelog.EvidenceLogException.Code.DAMAGED;
import static io.mingshi.evidencelog.EvidenceLogException.Code.NOT_FOUND;

import io.mingshi.evidencelog.merkle.Hash;
import io.mingshi.evidencelog.merkle.Tile;
import io.mingshi.evidencelog.merkle.TileReader;
import io.mingshi.evidencelog.note.MinimumIndex;
import io.mingshi.evidencelog.note.SignedNote;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/// The published objects of a log: its checkpoint, tiles and bundles, by their paths in tlog-tiles.
public interface LogReader extends TileReader {
    /// Where the newest checkpoint is.
    String CHECKPOINT = "checkpoint";

    /// Where a pruned log says which of its entries are the first that it still has.
    String MINIMUM_INDEX = "minimum-index";

    /// Bytes of the largest object: a bundle of 256 entries of the largest size.
    int MAX_OBJECT = Tile.FULL * (Bundle.MAX_ENTRY + Short.BYTES);

    /// The object at a path, if it is there.
    Optional<byte[]> read(String path) throws IOException;

    /// The newest checkpoint, not verified.
    default SignedNote checkpoint() throws IOException {
        return SignedNote.parse(read(CHECKPOINT)
                .orElseThrow(() -> NOT_FOUND.with("there is no log here: no checkpoint was published")));
    }

    /// What the log says of the first entry that it still has, not verified; empty if it was never pruned.
    default Optional<SignedNote> minimumIndex() throws IOException {
        return read(MINIMUM_INDEX).map(SignedNote::parse);
    }

    /// The hashes of a tile, also of one whose narrow form was removed when the full one came.
    @Override
    default byte[] hashes(Tile tile) throws IOException {
        byte[] hashes = needed(tile, tile.path(), tile.full().path());
        int length = tile.width() * Hash.SIZE;
        if (hashes.length < length) {
            throw DAMAGED.with(tile.path() + " has " + hashes.length + " bytes instead of " + length);
        }
        return hashes.length == length ? hashes : Arrays.copyOf(hashes, length);
    }

    /// The entries whose hashes a tile of level 0 has.
    default Bundle bundle(Tile tile) throws IOException {
        Bundle bundle = Bundle.parse(
                tile.entriesPath(), needed(tile, tile.entriesPath(), tile.full().entriesPath()));
        if (bundle.count() < tile.width() || bundle.count() > Tile.FULL) {
            throw DAMAGED.with(tile.entriesPath() + " has " + bundle.count() + " entries instead of " + tile.width());
        }
        return bundle;
    }

    private byte[] needed(Tile tile, String path, String wider) throws IOException {
        Optional<byte[]> object = read(path);
        if (object.isEmpty()) {
            object = read(wider);
        }
        if (object.isEmpty()) {
            Optional<SignedNote> note = minimumIndex();
            long minimum =
                    note.isEmpty() ? 0 : MinimumIndex.parse(note.get().text()).index();
            if (tile.index() < minimum >> ((tile.level() + 1) * Tile.HEIGHT)) {
                throw NOT_FOUND.with(path + " was pruned: this log has its entries from " + minimum + " on");
            }
        }
        return object.orElseThrow(() -> DAMAGED.with(path + " is missing"));
    }
}
