package io.mingshi.gateway.key;

import io.mingshi.contracts.PersonId;
import io.mingshi.gateway.key.Account.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Which quotas a request takes from: those of its key, and of the person or the organisation behind it.
@ApplicationScoped
class Quotas {
    private final QuotaSettings settings;
    private final Clock clock;

    Quotas(QuotaSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /// Only windows that limit something, always in the same order, so that requests do not wait for each other in a
    /// circle.
    List<Window> windows(PersonId person, Optional<ApiKey> key) {
        List<Window> windows = new ArrayList<>();
        key.ifPresent(used -> add(
                windows,
                new Account(Kind.KEY, used.id()),
                used.terms().day(),
                used.terms().month()));
        boolean organization = key.filter(used -> used.terms().organization()).isPresent();
        var limited = organization ? settings.organization() : settings.person();
        add(
                windows,
                new Account(organization ? Kind.ORGANIZATION : Kind.PERSON, person.value()),
                limited.day().quota(),
                limited.month().quota());
        return windows;
    }

    Window dayOf(String upstream, long micros) {
        return new Window(
                new Account(Kind.UPSTREAM, upstream), Period.DAY, LocalDate.now(clock), new Quota(null, null, micros));
    }

    private void add(List<Window> windows, Account account, Quota day, Quota month) {
        add(windows, account, Period.DAY, day);
        add(windows, account, Period.MONTH, month);
    }

    private void add(List<Window> windows, Account account, Period period, Quota quota) {
        if (quota.limits()) {
            windows.add(new Window(account, period, period.begins(LocalDate.now(clock)), quota));
        }
    }
}
