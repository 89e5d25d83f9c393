package io.mingshi.labels.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingshi.labels.Samples;
import io.mingshi.labels.audio.WavLayout;
import io.mingshi.labels.source.Source;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SearchedSoundTest {
    @Test
    void soundOfTheHighestRateIsThinnedAndCut() {
        SearchedSound searched = new SearchedSound(2);
        float[] second = new float[768_000];
        for (int i = 0; i < second.length; i++) {
            second[i] = i % 16 < 8 ? 0.75f : 0.25f;
        }
        assertThat(searched.take(second, 768_000)).isTrue();
        assertThat(searched.take(second, 768_000)).isTrue();
        assertThat(searched.take(second, 768_000)).isFalse();
        assertThat(searched.rate()).isEqualTo(48_000);
        assertThat(searched.samples()).hasSize(96_000).containsOnly(0.5f);
    }

    @Test
    void ordinarySoundIsKeptAsItIs() {
        SearchedSound searched = new SearchedSound(60);
        float[] part = {0.1f, -0.2f, 0.3f};
        assertThat(searched.take(part, 44_100)).isTrue();
        assertThat(searched.take(part, 44_100)).isTrue();
        assertThat(searched.rate()).isEqualTo(44_100);
        assertThat(searched.samples()).containsExactly(0.1f, -0.2f, 0.3f, 0.1f, -0.2f, 0.3f);
    }

    @Test
    void groupsReachAcrossWhatIsTakenAtOnce() {
        SearchedSound searched = new SearchedSound(60);
        float[] odd = new float[3];
        Arrays.fill(odd, 1);
        searched.take(odd, 96_000);
        searched.take(odd, 96_000);
        assertThat(searched.rate()).isEqualTo(48_000);
        assertThat(searched.samples()).containsExactly(1, 1, 1);
    }

    @Test
    void nothingIsNothing() {
        assertThat(new SearchedSound(60).samples()).isEmpty();
    }

    @Test
    void partsOfAWavFileAreHeardThinned() throws IOException {
        Ear ear = new Ear.Plain(WavLayout.of(Source.of(Samples.wav(768_000, 3, 8, 768_000))));
        assertThat(ear.rate()).isEqualTo(48_000);
        assertThat(ear.seconds()).isEqualTo(1);
        assertThat(ear.hear(0.5, 2)).hasSize(24_000);
    }
}
