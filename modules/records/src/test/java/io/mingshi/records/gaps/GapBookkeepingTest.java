package io.mingshi.records.gaps;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.mingshi.records.ProducerProgress;
import io.mingshi.records.ProducerProgress.Gap;
import io.mingshi.records.TestDatabase;
import io.mingshi.records.store.TestStore;
import io.mingshi.servicekit.crypto.TestKeys;
import io.mingshi.servicekit.event.CloudEvent;
import io.mingshi.servicekit.event.ProducerNumber;
import io.mingshi.servicekit.event.Received;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/// The bookkeeping of counted events against a set of numbers, in the real database.
class GapBookkeepingTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final Instant LATER = NOON.plusSeconds(61);

    private static TestDatabase database;
    private static ProducerProgress progress;

    private final String source = "/mingshi/" + UUID.randomUUID();

    @BeforeContainer
    static void open() {
        database = TestDatabase.fresh();
        String key = Base64.getEncoder().encodeToString(new byte[32]);
        progress = new TestStore(database.dataSource(), TestKeys.wrapping(key)).progress();
    }

    @AfterContainer
    static void close() {
        database.close();
    }

    @Property(tries = 150)
    void whateverArrivesInWhateverOrderTheGapsAreTheNumbersThatDidNot(
            @ForAll @Size(max = 6) List<@Size(min = 1, max = 8) List<@IntRange(min = 1, max = 25) Integer>> batches) {
        String producer = "/mingshi/" + UUID.randomUUID();
        Set<Long> arrived = new TreeSet<>();
        long repeats = 0;
        for (List<Integer> batch : batches) {
            for (int number : batch) {
                repeats += arrived.add((long) number) ? 0 : 1;
            }
            note(producer, 0, batch.stream().mapToLong(Integer::longValue).toArray());
        }
        long last = arrived.stream().mapToLong(Long::longValue).max().orElse(0);
        Set<Long> naive = LongStream.rangeClosed(1, last)
                .filter(number -> !arrived.contains(number))
                .boxed()
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(missing(producer, 0)).isEqualTo(naive);
        assertThat(repeats(producer)).isEqualTo(repeats);
    }

    @Example
    void numbersInOrderHaveNoGap() {
        note(source, 0, 1, 2, 3);
        note(source, 0, 4, 5);
        assertThat(ranges(0)).isEmpty();
    }

    @Example
    void aProducerThatIsFirstSeenLateHasAGapFromOne() {
        note(source, 0, 5);
        assertThat(ranges(0)).containsExactly("1-4");
    }

    @Example
    void numbersOutOfOrderWithinOneBatchAreNoGap() {
        note(source, 0, 3, 1, 2);
        assertThat(ranges(0)).isEmpty();
    }

    @Example
    void aLateNumberInTheMiddleSplitsTheGap() {
        note(source, 0, 1, 7);
        note(source, 0, 4);
        assertThat(ranges(0)).containsExactly("2-3", "5-6");
    }

    @Example
    void lateNumbersAtBothEndsShrinkTheGap() {
        note(source, 0, 1, 7);
        note(source, 0, 2);
        note(source, 0, 6);
        assertThat(ranges(0)).containsExactly("3-5");
    }

    @Example
    void aGapThatIsFilledIsGoneAndNoRepeat() {
        note(source, 0, 1, 3);
        note(source, 0, 2);
        assertThat(ranges(0)).isEmpty();
        assertThat(repeats(source)).isZero();
    }

    @Example
    void lanesCountApart() {
        note(source, 0, 1, 2);
        note(source, 1, 2);
        assertThat(ranges(0)).isEmpty();
        assertThat(ranges(1)).containsExactly("1-1");
    }

    @Example
    void producersCountApart() {
        note(source, 0, 1, 2);
        note(source + "-other", 0, 3);
        assertThat(ranges(0)).isEmpty();
        assertThat(missing(source + "-other", 0)).containsExactly(1L, 2L);
    }

    @Example
    void aNumberThatComesAgainIsARepeatAndNoGap() {
        note(source, 0, 1, 2);
        note(source, 0, 2, 3);
        note(source, 0, 3);
        assertThat(ranges(0)).isEmpty();
        assertThat(repeats(source)).isEqualTo(2);
    }

    @Example
    void aNumberThatComesTwiceInOneBatchIsARepeat() {
        note(source, 0, 1, 1);
        assertThat(repeats(source)).isEqualTo(1);
    }

    @Example
    void aLeapOverBillionsIsOneGap() {
        note(source, 0, 1, 3_000_000_000L);
        assertThat(ranges(0)).containsExactly("2-2999999999");
    }

    @Example
    void eventsWithoutANumberChangeNothing() {
        note(source, 0, 1);
        database.inTransaction(() -> progress.note(List.of(received(source, Optional.empty())), NOON));
        note(source, 0, 2);
        assertThat(ranges(0)).isEmpty();
    }

    @Example
    void aGapIsNoAlarmBeforeAMinuteHasPassedAndKeepsItsAgeWhenItShrinks() {
        note(source, 0, 1, 5);
        database.inTransaction(() -> progress.note(List.of(received(source, number(0, 3))), NOON.plusSeconds(50)));
        assertThat(gaps(source, NOON.plusSeconds(59))).isEmpty();
        assertThat(gaps(source, NOON.plusSeconds(60))).hasSize(2);
    }

    @Example
    void aGapIsToldOnceAlsoWhenAPartOfItArrives() {
        var told = new ToldRows(database.dataSource());
        assertThat(told.isNew(new Gap(source, 0, 5, 9, NOON), NOON)).isTrue();
        assertThat(told.isNew(new Gap(source, 0, 5, 9, NOON), NOON)).isFalse();
        assertThat(told.isNew(new Gap(source, 0, 8, 9, NOON), NOON)).isFalse();
        assertThat(told.isNew(new Gap(source, 1, 5, 9, NOON), NOON)).isTrue();
        assertThat(told.isNew(new Gap(source, 0, 12, 12, NOON), NOON)).isTrue();
    }

    private static void note(String producer, int lane, long... numbers) {
        List<Received> batch = LongStream.of(numbers)
                .mapToObj(number -> received(producer, number(lane, number)))
                .toList();
        database.inTransaction(() -> progress.note(batch, NOON));
    }

    private static Optional<ProducerNumber> number(int lane, long number) {
        return Optional.of(new ProducerNumber(lane, number));
    }

    private static Received received(String producer, Optional<ProducerNumber> number) {
        var envelope = new CloudEvent(
                "1.0",
                UUID.randomUUID().toString(),
                producer,
                "a.type",
                "a-subject",
                NOON,
                "application/json",
                null,
                JsonNodeFactory.instance.objectNode());
        return new Received(envelope, Optional.empty(), "{}", number);
    }

    private List<String> ranges(int lane) {
        return gaps(source, LATER).stream()
                .filter(gap -> gap.lane() == lane)
                .map(gap -> gap.first() + "-" + gap.last())
                .toList();
    }

    private static Set<Long> missing(String producer, int lane) {
        return gaps(producer, LATER).stream()
                .filter(gap -> gap.lane() == lane)
                .flatMap(gap -> LongStream.rangeClosed(gap.first(), gap.last()).boxed())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Gap> gaps(String producer, Instant now) {
        Stream<Gap> all = progress.gaps(now).stream();
        return all.filter(gap -> gap.source().equals(producer))
                .sorted(Comparator.comparingLong(Gap::first))
                .toList();
    }

    private static long repeats(String producer) {
        return Long.parseLong(database.one("select count(*) from producer_repeat where source = '" + producer + "'"));
    }
}
