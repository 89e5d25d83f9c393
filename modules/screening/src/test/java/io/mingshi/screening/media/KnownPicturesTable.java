package io.mingshi.screening.media;

import io.mingshi.screening.media.KnownPictures.Origin;
import java.util.Random;

/// Measures how long a look-up takes among many fingerprints: `java … KnownPicturesTable 1000000`.
final class KnownPicturesTable {
    private static final int LOOK_UPS = 20_000;

    private KnownPicturesTable() {}

    public static void main(String[] arguments) {
        int count = Integer.parseInt(arguments[0]);
        var random = new Random(1);
        var origin = new Origin("KNOWN:random", "A.2-1");
        var collection = new KnownPictures.Collection();
        for (int i = 0; i < count; i++) {
            collection.add(KnownPicturesTest.any(random), origin);
        }
        long start = System.nanoTime();
        KnownPictures known = collection.indexed();
        long indexed = System.nanoTime();
        int found = 0;
        for (int round = 0; round < 2; round++) {
            indexed = round == 0 ? indexed : System.nanoTime();
            for (int i = 0; i < LOOK_UPS; i++) {
                found += known.nearest(KnownPicturesTest.any(random), KnownPictures.FURTHEST)
                                .isPresent()
                        ? 1
                        : 0;
            }
        }
        long end = System.nanoTime();
        System.out.printf(
                "%,d fingerprints indexed in %d ms; a look-up takes %.1f µs; %d of %d unknown ones were taken for known%n",
                count, (indexed - start) / 1_000_000, (end - indexed) / 1e3 / LOOK_UPS, found, 2 * LOOK_UPS);
    }
}
