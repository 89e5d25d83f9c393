package io.mingshi.testkit;

import java.util.ArrayList;
import java.util.List;

/// Tells whether two deeds take the same time, within what a busy machine makes of it.
///
/// Both are done in turn, and the pairs are compared by the Hodges-Lehmann estimate of the rank test of
/// Wilcoxon: the median of the averages of every two differences, which a few slow calls do not move. While the
/// estimate is above what counts as noise more pairs are measured, so that a busy moment alone does not decide.
public final class Timing {
    /// Milliseconds; a difference below it cannot be told from noise over a network.
    public static final double NOISE = 8;

    private static final int PAIRS = 25;
    private static final int ROUNDS = 8;

    private Timing() {}

    /// How much longer the first deed takes than the second, in milliseconds; negative when it takes less.
    public static double difference(Runnable one, Runnable other) {
        List<Double> differences = new ArrayList<>();
        millis(one);
        millis(other);
        double estimate = Double.MAX_VALUE;
        for (int round = 0; round < ROUNDS && Math.abs(estimate) >= NOISE; round++) {
            for (int pair = 0; pair < PAIRS; pair++) {
                differences.add(pair % 2 == 0 ? millis(one) - millis(other) : -(millis(other) - millis(one)));
            }
            estimate = estimate(differences);
        }
        return estimate;
    }

    private static double estimate(List<Double> differences) {
        List<Double> averages = new ArrayList<>();
        for (int i = 0; i < differences.size(); i++) {
            for (int j = i; j < differences.size(); j++) {
                averages.add((differences.get(i) + differences.get(j)) / 2);
            }
        }
        return averages.stream().sorted().toList().get(averages.size() / 2);
    }

    private static double millis(Runnable deed) {
        long begin = System.nanoTime();
        deed.run();
        return (System.nanoTime() - begin) / 1e6;
    }
}
