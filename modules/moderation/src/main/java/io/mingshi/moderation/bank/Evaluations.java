package io.mingshi.moderation.bank;

import io.mingshi.contracts.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Where evaluations are kept; every method takes part in the current transaction.
public interface Evaluations {
    /// @param drawn for each bank the places of its questions
    void begin(Evaluation evaluation, List<Drawn> drawn);

    /// Nobody else changes this evaluation until the transaction ends.
    Optional<Evaluation> findForChange(String id);

    Optional<Evaluation> find(String id);

    List<Item> items(String id);

    void annotate(String id, int number, boolean refused, boolean acceptable, PersonId annotator);

    void review(String id, int number, PersonId reviewer);

    /// Takes an annotation back, to be made anew.
    void reject(String id, int number);

    void report(String id, String report, Instant at);

    /// @param places in the bank
    record Drawn(Bank bank, List<Integer> places) {
        public Drawn {
            places = List.copyOf(places);
        }
    }
}
