package io.mingshi.gateway.store;

import io.mingshi.gateway.admission.Limits.Spent;
import io.mingshi.gateway.key.Quota.Amount;
import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What settling several requests changes, each row once.
///
/// Rows are always changed in the order in which requests take from them, so that nobody waits in a circle.
final class Corrections {
    private static final String USE = """
            insert into usage_day as used values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (person, day, key, model, organization) do update set requests = used.requests + excluded.requests,
                prompt_tokens = used.prompt_tokens + excluded.prompt_tokens,
                completion_tokens = used.completion_tokens + excluded.completion_tokens,
                works = used.works + excluded.works, micros = used.micros + excluded.micros""";

    private final Map<WindowRow, Amount> windows = new TreeMap<>();
    private final Map<Use, Total> uses = new TreeMap<>();

    /// A reservation as its row has it.
    record Open(
            String admission,
            String person,
            String key,
            boolean organization,
            String model,
            List<String> windows,
            Amount most,
            Instant at) {}

    private record Use(String person, LocalDate day, String key, String model, boolean organization)
            implements Comparable<Use> {
        private static final Comparator<Use> ORDER = Comparator.comparing(Use::person)
                .thenComparing(Use::day)
                .thenComparing(Use::key)
                .thenComparing(Use::model)
                .thenComparing(Use::organization);

        @Override
        public int compareTo(Use other) {
            return ORDER.compare(this, other);
        }
    }

    private record Total(long requests, long promptTokens, long completionTokens, long works, long micros) {
        Total and(Total other) {
            return new Total(
                    requests + other.requests,
                    promptTokens + other.promptTokens,
                    completionTokens + other.completionTokens,
                    works + other.works,
                    micros + other.micros);
        }
    }

    /// What was reserved before a day ended and is settled after it counts where it was reserved.
    void add(Open open, Spent spent, long micros, ZoneId zone) {
        var difference = new Amount(
                0,
                spent.promptTokens() + spent.completionTokens() - open.most().tokens(),
                micros - open.most().micros());
        open.windows().forEach(window -> windows.merge(WindowRow.of(window), difference, Corrections::sum));
        uses.merge(
                new Use(
                        open.person(),
                        LocalDate.ofInstant(open.at(), zone),
                        open.key(),
                        open.model(),
                        open.organization()),
                new Total(1, spent.promptTokens(), spent.completionTokens(), spent.works(), micros),
                Total::and);
    }

    private static Amount sum(Amount one, Amount other) {
        return new Amount(0, one.tokens() + other.tokens(), one.micros() + other.micros());
    }

    void write(Sql sql) {
        windows.forEach((row, difference) -> sql.update(
                "update quota_use set tokens = tokens + ?, micros = micros + ?"
                        + " where account = ? and period = ? and begins = ?",
                difference.tokens(),
                difference.micros(),
                row.account(),
                row.period(),
                Date.valueOf(row.begins())));
        uses.forEach((use, total) -> sql.update(
                USE,
                use.person(),
                use.key(),
                use.organization(),
                use.model(),
                Date.valueOf(use.day()),
                total.requests(),
                total.promptTokens(),
                total.completionTokens(),
                total.works(),
                total.micros()));
    }
}
