package io.mingshi.records.retention;

import io.mingshi.records.PrivilegedReads;
import io.mingshi.records.RetentionClass;
import io.mingshi.records.retention.Holdings.Held;
import io.mingshi.servicekit.caller.Caller;
import io.mingshi.servicekit.caller.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.Period;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Shows for each class which rule decides, what is kept, and what goes next.
@ApplicationScoped
public class ReadClasses {
    private final Holdings holdings;
    private final Disposal disposal;
    private final RetentionPolicy policy;
    private final PrivilegedReads reads;

    ReadClasses(Holdings holdings, Disposal disposal, RetentionPolicy policy, PrivilegedReads reads) {
        this.holdings = holdings;
        this.disposal = disposal;
        this.policy = policy;
        this.reads = reads;
    }

    /// All of them; the look-up is recorded.
    @Transactional
    public List<Row> all(Caller reader, Role privilege) {
        reads.record(reader, privilege, "retention-classes", "*");
        List<Held> held = holdings.held();
        List<Partition> partitions = disposal.partitions();
        return Arrays.stream(RetentionClass.values())
                .map(retentionClass -> row(
                        retentionClass,
                        held.stream()
                                .filter(one -> one.retentionClass() == retentionClass)
                                .findFirst(),
                        partitions))
                .toList();
    }

    private Row row(RetentionClass retentionClass, Optional<Held> held, List<Partition> partitions) {
        Optional<Period> maximum = policy.maximum(retentionClass);
        Optional<Next> next = maximum.flatMap(period -> partitions.stream()
                .filter(partition -> partition.retentionClass() == retentionClass)
                .map(partition -> new Next(partition, RetentionCalendar.over(partition.latest(), period)))
                .min(Comparator.comparing(Next::at)));
        return new Row(retentionClass, maximum, held, next);
    }

    /// What goes next of a class, unless it is held.
    ///
    /// @param at the first instant at which it may
    public record Next(Partition partition, Instant at) {}

    /// One class.
    ///
    /// @param maximum as configured; empty when its records stay
    public record Row(
            RetentionClass retentionClass, Optional<Period> maximum, Optional<Held> held, Optional<Next> next) {}
}
