package io.mingshi.records.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingshi.records.reconciliation.RecordedWorks.Recorded;
import io.mingshi.records.reconciliation.WorkObjects.Listed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/// The merge of objects and recorded works against sets.
class WorkMergeTest {
    @Property
    void itFindsWhatTheDifferencesOfTheSetsAre(
            @ForAll List<@IntRange(max = 20) Integer> stored, @ForAll List<@IntRange(max = 20) Integer> recorded) {
        Set<String> objects = stored.stream().map(WorkMergeTest::key).collect(Collectors.toCollection(TreeSet::new));
        List<String> works = recorded.stream().map(WorkMergeTest::key).sorted().toList();
        List<Discrepancy> found = new ArrayList<>();
        WorkMerge merge = merge(objects, found);
        works.forEach(work -> merge.work(new Recorded("W-" + work, work)));
        merge.end();

        Set<String> unrecorded = new TreeSet<>(objects);
        works.forEach(unrecorded::remove);
        assertThat(objectsOf(found, Discrepancy.ObjectWithoutRecord.class)).containsExactlyElementsOf(unrecorded);
        assertThat(objectsOf(found, Discrepancy.ObjectMissing.class))
                .containsExactlyElementsOf(
                        works.stream().filter(work -> !objects.contains(work)).toList());
        assertThat(merge.objects()).isEqualTo(objects.size());
        assertThat(merge.works()).isEqualTo(works.size());
    }

    @Example
    void aListingThatIsNotInOrderIsRefused() {
        var listing = List.of(listed("b"), listed("a")).iterator();
        var merge = new WorkMerge(listing, _ -> false, _ -> false, _ -> Optional.empty(), _ -> {});
        assertThatThrownBy(merge::end).isInstanceOf(IllegalStateException.class);
    }

    @Example
    void onlySampledObjectsAreRead() {
        List<Discrepancy> found = new ArrayList<>();
        var listing = List.of(listed("a"), listed("b")).iterator();
        var merge = new WorkMerge(listing, _ -> false, "b"::equals, _ -> Optional.of("other"), found::add);
        merge.work(new Recorded("W-1", "a"));
        merge.work(new Recorded("W-2", "b"));
        merge.end();
        assertThat(found).containsExactly(new Discrepancy.ObjectDiffers("W-2", "b", "other"));
        assertThat(merge.read()).isEqualTo(1);
    }

    private static WorkMerge merge(Set<String> objects, List<Discrepancy> found) {
        return new WorkMerge(
                objects.stream().map(WorkMergeTest::listed).iterator(),
                _ -> false,
                _ -> false,
                Optional::of,
                found::add);
    }

    private static List<String> objectsOf(List<Discrepancy> found, Class<? extends Discrepancy> kind) {
        return found.stream().filter(kind::isInstance).map(Discrepancy::object).toList();
    }

    private static Listed listed(String key) {
        return new Listed(key, Instant.EPOCH);
    }

    private static String key(int number) {
        return String.format(Locale.ROOT, "%064x", number);
    }
}
