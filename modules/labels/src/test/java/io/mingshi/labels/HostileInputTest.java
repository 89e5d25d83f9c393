package io.mingshi.labels;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingshi.labels.source.Source;
import io.mingshi.testkit.Requirement;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/// Whatever the bytes are, verification answers and labelling labels or refuses by name.
@Requirement("PG-X.2")
class HostileInputTest {
    private static final LabelEngine ENGINE = new LabelEngine(Samples.PRODUCER);
    private static final LabelVerifier VERIFIER = new LabelVerifier();
    private static final List<byte[]> LABELLED = labelled();

    private static List<byte[]> labelled() {
        List<byte[]> files = new ArrayList<>();
        files.add(ENGINE.label(MediaType.PNG, Samples.png(96, 64), Samples.ID).bytes());
        files.add(ENGINE.label(MediaType.JPEG, Samples.jpeg(96, 64), Samples.ID).bytes());
        files.add(ENGINE.label(MediaType.WAV, Samples.wav(8000, 1, 8), "odd").bytes());
        files.add(ENGINE.label(MediaType.WAV, Samples.wav(8000, 1, 8), "even1").bytes());
        return files;
    }

    @Property(tries = 2000)
    void randomBytesBehindAKnownHeadAreAnswered(@ForAll("heads") String head, @ForAll byte[] tail) {
        byte[] content = Samples.concat(Samples.latin1(head), tail);
        assertThat(VERIFIER.verify(content).verdict()).isNotNull();
        label(content);
    }

    @Property(tries = 3000)
    void aTruncatedFileIsInconclusive(@ForAll @IntRange(max = 3) int which, @ForAll("shares") double share) {
        byte[] whole = LABELLED.get(which);
        byte[] cut = Arrays.copyOf(whole, (int) (share * whole.length));
        assertThat(VERIFIER.verify(cut).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Property(tries = 3000)
    void aMutatedFileIsAnswered(
            @ForAll @IntRange(max = 3) int which,
            @ForAll @Size(min = 1, max = 6) List<@IntRange(max = 1 << 30) Integer> places,
            @ForAll @Size(6) List<Byte> values) {
        byte[] file = LABELLED.get(which).clone();
        for (int i = 0; i < places.size(); i++) {
            int reach = i % 2 == 0 ? file.length : Math.min(file.length, 700);
            file[places.get(i) % reach] = values.get(i);
        }
        assertThat(VERIFIER.verify(file).verdict()).isNotNull();
        label(file);
    }

    /// Whatever is labelled must read as labelled; whatever is not is refused with a [LabelException].
    private static void label(byte[] content) {
        for (MediaType type : MediaType.values()) {
            try {
                LabeledContent labelled = ENGINE.label(type, content, Samples.ID);
                assertThat(VERIFIER.verify(type, Source.of(labelled.bytes())).verdict())
                        .isEqualTo(Verdict.COMPLIANT);
            } catch (IOException neverInMemory) {
                throw new AssertionError(neverInMemory);
            } catch (LabelException refused) {
                assertThat(refused.code()).isNotEqualTo(LabelException.Code.INVALID_LABEL);
            }
        }
    }

    @Provide
    Arbitrary<String> heads() {
        return Arbitraries.of(
                "",
                "\u0089PNG\r\n\u001A\n",
                "\u0089PNG\r\n\u001A\n\0\0\0\rIHDR",
                "\u00FF\u00D8\u00FF\u00E1\0\u0040http://ns.adobe.com/xap/1.0/\0",
                "\u00FF\u00D8\u00FF\u00E1\0\u0040Exif\0\0MM\0*\0\0\0\u0008",
                "RIFF\u00FF\0\0\0WAVEfmt ",
                "RIFF\u00FF\0\0\0WAVELIST",
                "RIFF\u00FF\0\0\0WAVEAIGC");
    }

    @Provide
    Arbitrary<Double> shares() {
        return Arbitraries.doubles().between(0.0, true, 1.0, false).ofScale(4);
    }
}
