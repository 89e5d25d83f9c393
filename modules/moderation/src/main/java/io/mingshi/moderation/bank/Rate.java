package io.mingshi.moderation.bank;

/// How often something was found in a sample, with the interval in which the true share lies with 95 % certainty.
///
/// The interval is Wilson's (1927), which holds for shares near 0 and 1, too.
///
/// @param limit what the standard asks: at least that share, or at most
/// @param met whether the share found is within the limit
/// @param metForCertain whether the whole interval is
public record Rate(
        String name,
        int found,
        int of,
        double share,
        double lower,
        double upper,
        double limit,
        boolean met,
        boolean metForCertain) {
    private static final double Z = 1.959963984540054;

    static Rate atLeast(String name, double limit, long found, int of) {
        double[] interval = wilson(found, of);
        return new Rate(
                name,
                (int) found,
                of,
                share(found, of),
                interval[0],
                interval[1],
                limit,
                share(found, of) >= limit,
                interval[0] >= limit);
    }

    static Rate atMost(String name, double limit, long found, int of) {
        double[] interval = wilson(found, of);
        return new Rate(
                name,
                (int) found,
                of,
                share(found, of),
                interval[0],
                interval[1],
                limit,
                share(found, of) <= limit,
                interval[1] <= limit);
    }

    private static double share(long found, int of) {
        return (double) found / of;
    }

    private static double[] wilson(long found, int of) {
        double share = share(found, of);
        double square = Z * Z / of;
        double middle = (share + square / 2) / (1 + square);
        double half = Z * Math.sqrt(share * (1 - share) / of + square / (4.0 * of)) / (1 + square);
        return new double[] {Math.max(0, middle - half), Math.min(1, middle + half)};
    }
}
