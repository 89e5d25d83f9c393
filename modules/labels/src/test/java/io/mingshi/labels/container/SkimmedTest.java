package io.mingshi.labels.container;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingshi.labels.source.Source;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class SkimmedTest {
    private static final byte[] FILE = new byte[300_000];

    static {
        new Random(1).nextBytes(FILE);
    }

    /// In whatever order and however long the parts are.
    @Property(tries = 300)
    void everyPartIsThatOfTheFile(
            @ForAll @Size(max = 20) List<@IntRange(max = 298_000) Integer> places,
            @ForAll @Size(20) List<@IntRange(max = 2_000) Integer> lengths)
            throws IOException {
        Source skimmed = new Skimmed(Source.of(FILE));
        for (int i = 0; i < places.size(); i++) {
            int at = i % 3 == 0 ? places.get(i) : Math.min(298_000, places.get(i) / 100 + i * 1_000);
            int length = lengths.get(i);
            assertThat(skimmed.bytes(at, length)).isEqualTo(Arrays.copyOfRange(FILE, at, at + length));
        }
    }
}
