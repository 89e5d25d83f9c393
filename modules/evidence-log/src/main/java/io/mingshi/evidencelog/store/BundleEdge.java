package io.mingshi.evidencelog.store;

import io.mingshi.evidencelog.merkle.Tile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.function.BiConsumer;

/// The bundle at the right edge of a log, which is not full yet. For one thread.
public final class BundleEdge {
    private final ByteArrayOutputStream bundle = new ByteArrayOutputStream();
    private long size;

    private BundleEdge(long size) {
        this.size = size;
    }

    /// The edge of a log whose bundles exist.
    public static BundleEdge of(LogReader log, long size) throws IOException {
        BundleEdge edge = new BundleEdge(size);
        if (edge.width() > 0) {
            Bundle stored = log.bundle(edge.tile());
            for (int i = 0; i < edge.width(); i++) {
                Bundle.write(edge.bundle, stored.entry(i));
            }
        }
        return edge;
    }

    /// Adds an entry.
    ///
    /// @param full takes the bundle that this entry completes
    public void append(byte[] entry, BiConsumer<Tile, byte[]> full) {
        Bundle.write(bundle, entry);
        size++;
        if (width() == 0) {
            full.accept(new Tile(0, size / Tile.FULL - 1, Tile.FULL), bundle.toByteArray());
            bundle.reset();
        }
    }

    /// Hands over the bundle that is not full, if there is one.
    public void partial(BiConsumer<Tile, byte[]> bundles) {
        if (width() > 0) {
            bundles.accept(tile(), bundle.toByteArray());
        }
    }

    private int width() {
        return (int) (size % Tile.FULL);
    }

    private Tile tile() {
        return new Tile(0, size / Tile.FULL, width());
    }
}
