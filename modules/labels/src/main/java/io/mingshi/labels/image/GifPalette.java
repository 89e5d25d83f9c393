package io.mingshi.labels.image;

import java.util.Arrays;
import java.util.Optional;

/// The colours of one GIF frame, into which those of the mark have to fit.
final class GifPalette {
    private static final int MOST = 256;

    /// So far from white or black each part of a colour may be to serve for it.
    private static final int NEAR = 24;

    /// The pixels of this frame, changed where a colour has to make room.
    private final byte[] pixels;

    private final byte[] table = new byte[3 * MOST];
    private final boolean[] kept = new boolean[MOST];
    private int count;
    private int transparent;
    private boolean changed;

    /// @param transparent the number of the transparent colour, or -1
    GifPalette(byte[] colours, int transparent, byte[] pixels) {
        System.arraycopy(colours, 0, table, 0, colours.length);
        this.count = colours.length / 3;
        this.transparent = transparent;
        this.pixels = pixels;
        if (transparent >= 0) {
            kept[transparent] = true;
            count = Math.max(count, transparent + 1);
        }
    }

    /// The number of a grey, which is added if it is missing and there is room or it has to be there.
    ///
    /// @param needed whether another colour makes room if need be
    Optional<Integer> grey(int level, boolean needed) {
        for (int i = 0; i < count; i++) {
            if (i != transparent && distance(i, level) <= NEAR) {
                kept[i] = true;
                return Optional.of(i);
            }
        }
        if (count == MOST && !needed) {
            return Optional.empty();
        }
        int number = free();
        Arrays.fill(table, 3 * number, 3 * number + 3, (byte) level);
        return Optional.of(number);
    }

    private int distance(int number, int level) {
        int most = 0;
        for (int i = 3 * number; i < 3 * number + 3; i++) {
            most = Math.max(most, Math.abs((table[i] & 0xFF) - level));
        }
        return most;
    }

    /// The number of the transparent colour, made if there was none.
    int transparentColour() {
        if (transparent < 0) {
            transparent = free();
        }
        return transparent;
    }

    private int free() {
        changed = true;
        int number = count < MOST ? count++ : leastUsed();
        kept[number] = true;
        return number;
    }

    /// Frees the colour that fewest pixels have; they take the one nearest to it.
    private int leastUsed() {
        int[] uses = new int[MOST];
        for (byte pixel : pixels) {
            uses[pixel & 0xFF]++;
        }
        int least = -1;
        for (int i = 0; i < MOST; i++) {
            if (!kept[i] && (least < 0 || uses[i] < uses[least])) {
                least = i;
            }
        }
        byte other = (byte) nearest(least);
        for (int i = 0; i < pixels.length && uses[least] > 0; i++) {
            if ((pixels[i] & 0xFF) == least) {
                pixels[i] = other;
            }
        }
        return least;
    }

    private int nearest(int number) {
        int best = -1;
        int bestDistance = Integer.MAX_VALUE;
        for (int i = 0; i < MOST; i++) {
            int distance = 0;
            for (int part = 0; part < 3; part++) {
                int difference = (table[3 * i + part] & 0xFF) - (table[3 * number + part] & 0xFF);
                distance += difference * difference;
            }
            if (i != number && i != transparent && distance < bestDistance) {
                best = i;
                bestDistance = distance;
            }
        }
        return best;
    }

    /// Whether these are no longer the colours of the file.
    boolean isChanged() {
        return changed;
    }

    int count() {
        return count;
    }

    byte[] table() {
        return table;
    }
}
