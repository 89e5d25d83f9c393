package io.mingshi.labels.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.mingshi.labels.source.Source;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class EditsTest {
    private static final byte[] FILE = Bytes.latin1("abcdefghijklmnopqrstuvwxyz");

    private static String applied(Edits edits) throws IOException {
        byte[] bytes = edits.apply(Source.of(FILE)).bytes();
        return Bytes.latin1(bytes, 0, bytes.length);
    }

    @Test
    void rangesAreReplacedAndInsertionsStandBeforeWhatFollows() throws IOException {
        Edits edits = new Edits();
        edits.replace(26, 26, Bytes.latin1("!"));
        edits.replace(3, 3, Bytes.latin1("12"));
        edits.replace(3, 3, Bytes.latin1("3"));
        edits.replace(3, 5, Bytes.latin1("-"));
        assertThat(applied(edits)).isEqualTo("abc123-fghijklmnopqrstuvwxyz!");
    }

    /// Every byte that stays is found again.
    @Property(tries = 500)
    void positionsTellWhereEveryKeptByteStands(
            @ForAll @Size(max = 8) List<@IntRange(max = 25) Integer> starts,
            @ForAll @Size(8) List<@IntRange(max = 3) Integer> lengths)
            throws IOException {
        Edits edits = new Edits();
        TreeMap<Integer, Integer> ranges = new TreeMap<>();
        for (int i = 0; i < starts.size(); i++) {
            ranges.putIfAbsent(starts.get(i), lengths.get(i));
        }
        boolean[] gone = new boolean[FILE.length];
        int free = 0;
        for (var range : ranges.entrySet()) {
            int from = Math.max(free, range.getKey());
            int to = Math.min(FILE.length, from + range.getValue());
            edits.replace(from, to, new byte[3 - range.getValue()]);
            Arrays.fill(gone, from, to, true);
            free = to;
        }
        String after = applied(edits);
        for (int i = 0; i < FILE.length; i++) {
            if (!gone[i]) {
                assertThat(after.charAt((int) edits.positions().of(i))).isEqualTo((char) FILE[i]);
            }
        }
    }

    @Test
    void twoChangesOfTheSameBytesAreAMistake() {
        Edits edits = new Edits();
        edits.replace(2, 6, new byte[0]);
        edits.replace(5, 7, new byte[0]);
        assertThatIllegalStateException().isThrownBy(() -> edits.apply(Source.of(FILE)));
    }
}
