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
    /// @param windows from which it is taken
    record Reservation(
            AdmissionId admission,
            PersonId person,
            String key,
            boolean organization,
            String model,
            Quota.Amount most,
            List<Window> windows,
            Instant at) {
        public Reservation {
            windows = List.copyOf(windows);
        }
    }

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

        /// @param window the first that does not suffice; nothing was taken from any
        record Exhausted(Window window) implements Outcome {}
    }

    /// Takes for each of these requests from all its windows or from none, in this order. Joins the transaction it is
    /// called in.
    List<Outcome> reserve(List<Reservation> reservations);

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
