package io.mingshi.evidencelog;

import static io.mingshi.evidencelog.EvidenceLogException.Code.DAMAGED;

import io.mingshi.evidencelog.merkle.Tile;
import io.mingshi.evidencelog.merkle.TileEdge;
import io.mingshi.evidencelog.note.Checkpoint;
import io.mingshi.evidencelog.note.NoteSignature;
import io.mingshi.evidencelog.note.SignedNote;
import io.mingshi.evidencelog.note.SignerKey;
import io.mingshi.evidencelog.store.Bundle;
import io.mingshi.evidencelog.store.BundleEdge;
import io.mingshi.evidencelog.store.LogStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/// Takes durable entries into the tree, a batch at a time; called by one thread at a time.
///
/// The order is what makes a loss of power harmless: entries are in the journal, then bundles and tiles are
/// durable, then the checkpoint that needs them, and only then the journal forgets.
final class Integrator {
    private final LogStore store;
    private final SignerKey signer;
    private final TileEdge tiles;
    private final BundleEdge bundles;
    private volatile SignedNote latest;

    private Integrator(LogStore store, SignerKey signer, SignedNote latest, TileEdge tiles) throws IOException {
        this.store = store;
        this.signer = signer;
        this.latest = latest;
        this.tiles = tiles;
        this.bundles = BundleEdge.of(store, tiles.size());
    }

    static Integrator of(LogStore store, SignerKey signer) throws IOException {
        SignedNote latest = store.checkpoint();
        Checkpoint checkpoint = latest.checkpoint(signer.verifier());
        TileEdge tiles = TileEdge.of(store, checkpoint.size());
        if (!tiles.root().equals(checkpoint.root())) {
            throw DAMAGED.with("the tiles do not lead to the root of the checkpoint at " + checkpoint.size()
                    + " entries: audit the log to find what was altered");
        }
        return new Integrator(store, signer, latest, tiles);
    }

    SignedNote latest() {
        return latest;
    }

    Checkpoint checkpoint() {
        return Checkpoint.parse(latest.text());
    }

    SignedNote integrate(List<Leaf> leaves) throws IOException {
        Map<String, byte[]> objects = new LinkedHashMap<>();
        List<String> full = new ArrayList<>();
        BiConsumer<Tile, byte[]> complete = (tile, hashes) -> {
            objects.put(tile.path(), hashes);
            full.add(tile.path());
        };
        for (Leaf leaf : leaves) {
            bundles.append(leaf.entry(), (tile, bundle) -> {
                objects.put(tile.entriesPath(), bundle);
                full.add(tile.entriesPath());
            });
            tiles.append(leaf.hash(), complete);
        }
        bundles.partial((tile, bundle) -> objects.put(tile.entriesPath(), bundle));
        tiles.partial((tile, hashes) -> objects.put(tile.path(), hashes));
        store.write(objects);
        SignedNote note = signer.sign(new Checkpoint(signer.verifier().name(), tiles.size(), tiles.root()));
        store.publish(note);
        latest = note;
        store.forget();
        store.removeNarrow(full);
        return note;
    }

    /// Publishes the newest checkpoint once more, with what witnesses said about it.
    boolean publish(String text, Collection<NoteSignature> cosignatures) throws IOException {
        if (!latest.text().equals(text)) {
            return false;
        }
        SignedNote cosigned = latest.with(cosignatures);
        store.publish(cosigned);
        latest = cosigned;
        return true;
    }

    static void checkSize(byte[] entry) {
        if (entry.length > Bundle.MAX_ENTRY) {
            throw EvidenceLogException.Code.TOO_LARGE.with("the entry has " + entry.length + " bytes; at most "
                    + Bundle.MAX_ENTRY + " fit: log the hash of what is larger");
        }
    }
}
