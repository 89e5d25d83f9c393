package io.mingshi.gateway.admission;

import io.mingshi.contracts.AdmissionId;

/// What becomes of the quotas that an admission was taken from.
public interface Limits {
    /// Gives back what the request did not cost; does nothing the second time.
    void settle(AdmissionId admission, Spent spent);

    /// Takes from what a server may cost a day; false, and nothing taken, when that is used up.
    ///
    /// @param micros the most that it may cost a day, in millionths
    boolean spend(AdmissionId admission, String upstream, long micros);

    /// What a request did cost.
    ///
    /// @param works pictures, sounds and films
    record Spent(long promptTokens, long completionTokens, int works) {
        public static final Spent NOTHING = new Spent(0, 0, 0);
    }
}
