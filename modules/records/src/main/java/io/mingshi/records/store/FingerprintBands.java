package io.mingshi.records.store;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/// Where to look for fingerprints that are near another one.
///
/// 256 bits are cut into eleven bands. If two fingerprints differ in at most 32 bits, at least one band
/// differs in at most two, so whoever looks for every band with none, one and two bits turned finds all of
/// them: some 3,100 probes of an index, whatever is stored. The function `fingerprint_bands` of the database
/// cuts in the same way.
final class FingerprintBands {
    /// In how many bits fingerprints may differ for all of them to be found.
    static final int GUARANTEED = 32;

    private static final int[] WIDTHS = {24, 24, 24, 23, 23, 23, 23, 23, 23, 23, 23};
    private static final int NUMBER_SHIFT = 24;
    private static final int BITS = 256;
    private static final int HEXADECIMAL = 16;

    private FingerprintBands() {}

    /// The bands of all fingerprints that are near.
    static int[] probes(String fingerprint) {
        BigInteger bits = new BigInteger(fingerprint, HEXADECIMAL);
        List<Integer> probes = new ArrayList<>();
        int end = BITS;
        for (int band = 0; band < WIDTHS.length; band++) {
            int width = WIDTHS[band];
            end -= width;
            int value = bits.shiftRight(end).intValue() & (1 << width) - 1;
            addTurned(probes, band << NUMBER_SHIFT | value, width);
        }
        return probes.stream().mapToInt(Integer::intValue).toArray();
    }

    private static void addTurned(List<Integer> probes, int band, int width) {
        probes.add(band);
        for (int one = 0; one < width; one++) {
            probes.add(band ^ 1 << one);
            for (int two = 0; two < one; two++) {
                probes.add(band ^ 1 << one ^ 1 << two);
            }
        }
    }
}
