package io.mingshi.gateway.key;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/// The most that may be used within one window; null where there is no limit.
///
/// @param micros money in millionths of the currency that the prices are in
public record Quota(
        @Nullable Long requests,
        @Nullable Long tokens,
        @Nullable Long micros) {
    public static final Quota NONE = new Quota(null, null, null);

    private static final int DIGITS = 6;

    public boolean limits() {
        return requests != null || tokens != null || micros != null;
    }

    /// @throws ArithmeticException when it is more than can be counted
    public static long micros(BigDecimal money) {
        return money.movePointRight(DIGITS).setScale(0, RoundingMode.UP).longValueExact();
    }

    public static BigDecimal money(long micros) {
        return BigDecimal.valueOf(micros, DIGITS);
    }

    /// How much of what.
    public record Amount(long requests, long tokens, long micros) {}
}
