package io.mingshi.labels.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.mingshi.labels.ExplicitPolicy;
import io.mingshi.labels.LabelException;
import io.mingshi.labels.LabelException.Code;
import io.mingshi.labels.source.Source;
import io.mingshi.testkit.Requirement;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VoicePromptTest {
    private static final int RATE = 8_000;

    /// A WAV file whose middle sounds for some seconds, with half a second of silence on each side.
    private static Source recording(double seconds) {
        int frames = (int) ((seconds + 1) * RATE);
        ByteBuffer wav = ByteBuffer.allocate(44 + 2 * frames).order(ByteOrder.LITTLE_ENDIAN);
        wav.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + 2 * frames);
        wav.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII))
                .putInt(16)
                .putShort((short) 1)
                .putShort((short) 1);
        wav.putInt(RATE).putInt(2 * RATE).putShort((short) 2).putShort((short) 16);
        wav.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(2 * frames);
        for (int i = 0; i < frames; i++) {
            boolean sounds = i >= RATE / 2 && i < frames - RATE / 2;
            wav.putShort((short) (sounds ? 12_000 * Math.sin(i * 0.3) : 0));
        }
        return Source.of(wav.array());
    }

    /// Six characters take 2.25 to 3 seconds at 120 to 160 characters a minute; AI counts as one or two.
    @Requirement("GB-5.3b")
    @ParameterizedTest
    @CsvSource({
        "人工智能生成,2.2,false",
        "人工智能生成,2.3,true",
        "人工智能生成,2.9,true",
        "人工智能生成,3.1,false",
        "AI生成,1.1,false",
        "AI生成,1.3,true",
        "AI生成,1.9,true",
        "AI生成,2.1,false",
        "本音频由人工智能合成,4.5,true",
        "本音频由机器生成,3.5,false",
        "AI,0.8,false"
    })
    void itsWordsConformAndTheirSpeedIsNormal(String words, double seconds, boolean conforms) {
        Source recording = recording(seconds);
        if (conforms) {
            assertThatCode(() -> VoicePrompt.of(words, recording)).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> VoicePrompt.of(words, recording))
                    .isInstanceOf(LabelException.class)
                    .extracting(e -> ((LabelException) e).code())
                    .isEqualTo(Code.ILLEGIBLE);
        }
    }

    @Test
    void itIsAsLoudAsTheSoundAround() throws Exception {
        VoicePrompt prompt = VoicePrompt.of(recording(2));
        for (double loudness : new double[] {0.1, 0.2, 0.4}) {
            float[] samples = prompt.samples(44_100, loudness);
            assertThat(samples.length / 44_100.0).isCloseTo(2, within(0.05));
            assertThat(Mono.loudness(samples)).isCloseTo(loudness, within(0.02));
        }
        assertThat(Mono.peak(prompt.samples(16_000, 1))).isLessThanOrEqualTo(0.91);
    }

    @Test
    void aSilentOrEndlessOneIsRefused() {
        assertThatThrownBy(() -> VoicePrompt.of(recording(0))).hasMessageContaining("silent");
        assertThatThrownBy(() -> VoicePrompt.of(recording(31))).hasMessageContaining("at most 30 seconds");
    }

    /// The interface may show the label in one turn and be gone in the next.
    @Requirement("GB-5.3c")
    @Test
    void eachTurnOfAConversationIsLabelledUnlessTheInterfaceShowsIt() {
        assertThat(new VoiceTurn(true).policy()).isEqualTo(ExplicitPolicy.NONE);
        assertThat(new VoiceTurn(false).policy()).isEqualTo(ExplicitPolicy.STANDARD);
        assertThat(ExplicitPolicy.STANDARD.places()).containsExactly(ExplicitPolicy.Place.START);
    }
}
