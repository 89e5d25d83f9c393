package io.mingshi.identity.limit;

import io.mingshi.identity.Allowance;
import io.mingshi.identity.Allowances;
import io.mingshi.servicekit.crypto.BlindIndex;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import org.eclipse.microprofile.config.Config;

@ApplicationScoped
class StoredAllowances implements Allowances {
    private final Sql sql;
    private final BlindIndex index;
    private final Config config;
    private final Clock clock;

    StoredAllowances(Sql sql, BlindIndex index, Config config, Clock clock) {
        this.sql = sql;
        this.index = index;
        this.config = config;
        this.clock = clock;
    }

    @Override
    @Transactional(TxType.REQUIRES_NEW)
    public boolean take(Allowance allowance, String whose) {
        return taken(new Take(allowance, whose));
    }

    /// Nobody waits for the disk: a power failure loses the counts of a moment, and kills of the service lose
    /// none.
    @Override
    @Transactional(TxType.REQUIRES_NEW)
    public boolean takeAll(Take... takes) {
        sql.change("set local synchronous_commit = off");
        return Arrays.stream(takes).allMatch(this::taken);
    }

    private boolean taken(Take take) {
        Allowance allowance = take.allowance();
        long used = sql.number(
                        """
                        insert into allowance as a (kind, whose, window_start, used) values (?, ?, ?, 1)
                        on conflict (kind, whose) do update set
                            used = case when a.window_start = excluded.window_start then a.used + 1 else 1 end,
                            window_start = excluded.window_start
                        returning used""",
                        allowance.name(),
                        index.of("identity.allowance." + allowance, take.whose()),
                        windowStart(allowance))
                .orElseThrow();
        return used <= times(allowance);
    }

    private Instant windowStart(Allowance allowance) {
        long window = allowance.window().toMillis();
        return Instant.ofEpochMilli(clock.millis() / window * window);
    }

    private int times(Allowance allowance) {
        String key = "mingshi.identity.limit."
                + allowance.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return config.getOptionalValue(key, Integer.class).orElse(allowance.times());
    }
}
