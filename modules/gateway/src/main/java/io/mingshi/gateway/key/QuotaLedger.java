package io.mingshi.gateway.key;

import io.mingshi.contracts.AdmissionId;
import io.mingshi.contracts.PersonId;
import io.mingshi.gateway.admission.Limits.Spent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// Keeps what was taken from quotas and what was used. No two requests together take more than there is.
public interface QuotaLedger {
    /// What a request may cost at most.
    ///
    /// @param key the key's id; empty for a login
    record Reservation(
            AdmissionId admission,
            PersonId person,
            String key,
            boolean organization,
            String model,
            Quota.Amount most,
            Instant at) {}

    /// How much of a window is taken.
    record Taken(Window window, Quota.Amount amount) {}

    /// What came of it.
    sealed interface Outcome {
        /// @param windows after it
        record Reserved(List<Taken> windows) implements Outcome {
            public Reserved {
                windows = List.copyOf(windows);
            }
        }

        /// @param window the first that does not suffice; the caller rolls back what was taken from others
        record Exhausted(Window window) implements Outcome {}
    }

    /// Takes from all these windows. Joins the transaction it is called in.
    Outcome reserve(Reservation reservation, List<Window> windows);

    /// Takes from one more window, for a request that is under way; false when it does not suffice.
    boolean take(AdmissionId admission, Window window);

    /// What a request did cost.
    record Settled(AdmissionId admission, Spent spent) {}

    /// Corrects what was reserved to what was spent, and keeps that as used; does nothing the second time.
    void settle(List<Settled> requests);

    /// Keeps as used what was reserved before this instant and never settled: what it did cost is not known.
    ///
    /// @return how many there were
    int settleReservedBefore(Instant instant);

    /// What is taken of this window.
    Quota.Amount taken(Window window);

    /// What this person used from the first to the last of these days.
    List<Used> used(PersonId person, LocalDate first, LocalDate last);

    /// @param key the key's id; empty for a login
    /// @param keyName empty where it has none
    record Used(
            LocalDate day,
            String key,
            String keyName,
            boolean organization,
            String model,
            long requests,
            Spent spent,
            long micros) {}
}
