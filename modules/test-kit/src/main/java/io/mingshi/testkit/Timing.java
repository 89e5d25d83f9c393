package io.mingshi.testkit;

import java.util.ArrayList;
import java.util.List;

/// Tells whether two deeds take the same time, within what a busy machine makes of it.
///
/// Both are done in turn, and the same rank of both is compared: that of the fast fifth, which other work on
/// the machine moves least, since it only ever makes a call slower, while whatever a deed does more moves every
/// rank. While the difference is above what counts as noise more pairs are measured, so that a busy moment
/// alone does not decide.
public final class Timing {
    /// Milliseconds; a difference below it cannot be told from noise over a network.
    public static final double NOISE = 8;

    private static final int PAIRS = 60;
    private static final int ROUNDS = 4;
    private static final int RANK = 5;

    private Timing() {}

    /// How much longer the first deed takes than the second, in milliseconds; negative when it takes less.
    public static double difference(Runnable one, Runnable other) {
        List<Double> ones = new ArrayList<>();
        List<Double> others = new ArrayList<>();
        millis(one);
        millis(other);
        double difference = Double.MAX_VALUE;
        for (int round = 0; round < ROUNDS && Math.abs(difference) >= NOISE; round++) {
            for (int pair = 0; pair < PAIRS; pair++) {
                ones.add(millis(one));
                others.add(millis(other));
            }
            difference = fast(ones) - fast(others);
        }
        return difference;
    }

    private static double fast(List<Double> times) {
        return times.stream().sorted().toList().get(times.size() / RANK);
    }

    private static double millis(Runnable deed) {
        long begin = System.nanoTime();
        deed.run();
        return (System.nanoTime() - begin) / 1e6;
    }
}
