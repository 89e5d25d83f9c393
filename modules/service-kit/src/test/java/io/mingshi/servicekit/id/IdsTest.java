package io.mingshi.servicekit.id;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IdsTest {
    @Test
    void aMillionIdsMadeInParallelDoNotCollide() {
        Ids ids = new Ids(Clock.systemUTC());
        Set<String> all = new HashSet<>(IntStream.range(0, 1_000_000)
                .parallel()
                .mapToObj(_ -> ids.next())
                .toList());
        assertThat(all).hasSize(1_000_000);
    }

    @Test
    void idsOfOneProcessGrowEvenWithinAMillisecond() {
        Ids ids = new Ids(Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC));
        List<String> made = IntStream.range(0, 1000).mapToObj(_ -> ids.next()).toList();
        assertThat(made).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void anIdIsPrintableAsciiThatALabelMayCarry() {
        assertThat(new Ids(Clock.systemUTC()).next()).matches("[0-9A-HJKMNP-TV-Z]{26}");
    }
}
