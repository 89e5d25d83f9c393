package io.mingshi.records.store;

import io.mingshi.contracts.ConsentId;
import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.ProduceId;
import io.mingshi.records.KeptRecord;
import io.mingshi.records.RecordIndex;
import io.mingshi.records.Records;
import jakarta.inject.Singleton;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Questions to the table `record`, each answered from an index.
@Singleton
class IndexRows implements RecordIndex {
    private static final String SELECT = "select " + RowBinding.COLUMNS + " from record where ";
    private static final String IN_ORDER = " order by occurred_at, position";
    private static final String PAGE = " and position > ? order by position limit ?";

    private static final String AROUND = """
            with own as materialized (%1$s work = ?)
            select * from own
            union all
            (%1$s (admission = any (array(select distinct admission from own where admission is not null))
                   or ticket = any (array(select distinct ticket from own where ticket is not null)))
             and work is distinct from ?)""".formatted(SELECT) + IN_ORDER;

    private static final String BEHIND = "(" + SELECT + "consent = any (?)) union all (" + SELECT
            + "person = ? and type = ?" + " and source = '/mingshi/identity')" + IN_ORDER;

    private static final String ABOUT =
            "(%1$s person = ?%2$s) union all (%1$s counterpart = ? and person <> ?%2$s)".formatted(SELECT, PAGE)
                    + " order by position limit ?";

    private static final String BETWEEN = SELECT + "occurred_at >= ? and occurred_at < ?"
            + " and (occurred_at, position) > (?, ?)" + IN_ORDER + " limit ?";

    private static final String DISTANCE = "bit_count(('x' || fingerprint)::bit(256) # ('x' || ?)::bit(256))";

    /// Works are in the network logs; the partitions of other classes are not looked into. The probes are behind a
    /// `select` so that the planner does not add up how rare each of them is, and takes the index.
    private static final String NEAREST = SELECT + "retention_class = 'NETWORK_LOG'"
            + " and fingerprint is not null and fingerprint_bands(fingerprint) && (select ?)" + " and "
            + DISTANCE + " <= " + NEAR + " order by " + DISTANCE + ", position limit ?";

    private static final int HEXADECIMAL = 16;

    private final RowSelect rows;

    IndexRows(RowSelect rows) {
        this.rows = rows;
    }

    @Override
    public List<KeptRecord> around(ProduceId work) {
        return rows.select(AROUND, work.value(), work.value());
    }

    @Override
    public List<KeptRecord> behind(PersonId person, String verification, List<ConsentId> consents) {
        return rows.select(BEHIND, consents.stream().map(ConsentId::value).toList(), person.value(), verification);
    }

    @Override
    public List<KeptRecord> by(Records.Column column, String id, long after, int limit) {
        return rows.select(SELECT + column.name().toLowerCase(Locale.ROOT) + " = ?" + PAGE, id, after, limit);
    }

    @Override
    public List<KeptRecord> about(PersonId person, long after, int limit) {
        String id = person.value();
        return rows.select(ABOUT, id, after, limit, id, id, after, limit, limit);
    }

    @Override
    public List<KeptRecord> between(Instant from, Instant to, long after, int limit) {
        return rows.select(BETWEEN, from, to, from, after, limit);
    }

    @Override
    public List<Near> near(String fingerprint, int limit) {
        return rows.select(NEAREST, FingerprintBands.probes(fingerprint), fingerprint, fingerprint, limit).stream()
                .map(kept -> new Near(
                        kept, distance(fingerprint, kept.header().links().fingerprint())))
                .sorted(Comparator.comparingInt(Near::distance))
                .toList();
    }

    @Override
    public List<KeptRecord> at(long position) {
        return rows.select(SELECT + "position = ?", position);
    }

    private static int distance(String one, @Nullable String other) {
        return new BigInteger(one, HEXADECIMAL)
                .xor(new BigInteger(Objects.requireNonNull(other), HEXADECIMAL))
                .bitCount();
    }
}
