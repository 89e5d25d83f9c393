package io.mingshi.gateway.store;

import io.mingshi.gateway.key.Account;
import io.mingshi.gateway.key.Window;
import java.time.LocalDate;
import java.util.Comparator;

/// The row of a quota's window, in the order in which requests take from them, so that nobody waits in a circle.
record WindowRow(String account, String period, LocalDate begins) implements Comparable<WindowRow> {
    private static final Comparator<WindowRow> ORDER = Comparator.comparing(WindowRow::kind)
            .thenComparing(WindowRow::account)
            .thenComparing(WindowRow::period)
            .thenComparing(WindowRow::begins);

    static WindowRow of(Window window) {
        return new WindowRow(window.account().toString(), window.period().name(), window.begins());
    }

    /// As [#written()] has it.
    static WindowRow of(String window) {
        String[] parts = window.split(" ", 3);
        return new WindowRow(parts[0], parts[1], LocalDate.parse(parts[2]));
    }

    String written() {
        return account + " " + period + " " + begins;
    }

    private Account.Kind kind() {
        return Account.Kind.valueOf(account.split(":", 2)[0]);
    }

    @Override
    public int compareTo(WindowRow other) {
        return ORDER.compare(this, other);
    }
}
