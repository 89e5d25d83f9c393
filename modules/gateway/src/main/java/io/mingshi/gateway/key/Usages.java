package io.mingshi.gateway.key;

import static io.mingshi.gateway.GatewayProblem.INVALID_REQUEST;

import io.mingshi.contracts.PersonId;
import io.mingshi.gateway.key.QuotaLedger.Taken;
import io.mingshi.gateway.key.QuotaLedger.Used;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a person used, and what is left of the quotas.
@ApplicationScoped
public class Usages {
    private static final int LONGEST_MONTHS = 12;

    private final QuotaLedger ledger;
    private final KeyLedger keys;
    private final Quotas quotas;
    private final Clock clock;

    Usages(QuotaLedger ledger, KeyLedger keys, Quotas quotas, Clock clock) {
        this.ledger = ledger;
        this.keys = keys;
        this.quotas = quotas;
        this.clock = clock;
    }

    /// @param windows the quotas of now, with what is taken of each
    public record Report(LocalDate first, LocalDate last, List<Used> used, List<Taken> windows) {
        public Report {
            used = List.copyOf(used);
            windows = List.copyOf(windows);
        }
    }

    /// @param from the first day; null for the first of this month
    /// @param to the last day; null for today
    public Report of(PersonId person, @Nullable LocalDate from, @Nullable LocalDate to) {
        LocalDate today = LocalDate.now(clock);
        LocalDate last = to == null ? today : to;
        LocalDate first = from == null ? Period.MONTH.begins(last) : from;
        if (first.isAfter(last) || first.isBefore(last.minusMonths(LONGEST_MONTHS))) {
            throw INVALID_REQUEST.with("from must not be after to, nor more than " + LONGEST_MONTHS + " months before");
        }
        var windows = windows(person).stream()
                .map(window -> new Taken(window, ledger.taken(window)))
                .toList();
        return new Report(first, last, ledger.used(person, first, last), windows);
    }

    private Set<Window> windows(PersonId person) {
        Set<Window> windows = new LinkedHashSet<>(quotas.windows(person, Optional.empty()));
        keys.of(person).stream()
                .filter(key -> key.revokedAt() == null)
                .forEach(key -> windows.addAll(quotas.windows(person, Optional.of(key))));
        return windows;
    }
}
