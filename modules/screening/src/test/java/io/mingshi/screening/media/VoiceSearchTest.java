package io.mingshi.screening.media;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingshi.labels.MediaType;
import io.mingshi.testkit.DrawnVoice;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class VoiceSearchTest {
    @Test
    void aVoiceIsHeardInAFileAndAToneIsNone() {
        assertThat(VoiceSearch.hears(MediaType.WAV, DrawnVoice.speaking(4))).isTrue();
        assertThat(VoiceSearch.hears(MediaType.WAV, DrawnVoice.humming(4))).isFalse();
    }

    @Test
    void aVoiceIsHeardBehindALongSilence() {
        float[] voice = VoiceSearch.samples(DrawnVoice.speaking(6));
        float[] late = new float[60 * VoiceSearch.RATE];
        for (int i = 0; i < 3 * VoiceSearch.RATE; i++) {
            late[50 * VoiceSearch.RATE + i] = voice[2 * i];
        }
        assertThat(VoiceSearch.hears(late)).isTrue();
        assertThat(VoiceSearch.hears(Arrays.copyOf(late, 45 * VoiceSearch.RATE)))
                .isFalse();
    }

    @Test
    void whatIsLongerThanIsListenedToHasNoAnswer() {
        byte[] tooLong = DrawnVoice.humming(VoiceSearch.MOST_SECONDS + 5);
        assertThatThrownBy(() -> VoiceSearch.hears(MediaType.WAV, tooLong))
                .isInstanceOf(UnscreenableException.class)
                .hasMessageContaining("120 seconds");
    }

    @Test
    void whatCannotBeDecodedHasNoAnswer() {
        for (MediaType type : new MediaType[] {MediaType.WAV, MediaType.MP3, MediaType.FLAC, MediaType.MP4}) {
            assertThatThrownBy(() -> VoiceSearch.hears(type, "no sound".getBytes(UTF_8)))
                    .isInstanceOf(UnscreenableException.class);
        }
    }

    @Property(tries = 500)
    void anyBytesAreReadAsSamples(@ForAll byte[] bytes) {
        assertThat(VoiceSearch.samples(bytes)).hasSize(Math.max(0, bytes.length - 44) / 2);
    }
}
