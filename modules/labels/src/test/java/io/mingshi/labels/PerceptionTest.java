package io.mingshi.labels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.mingshi.labels.source.Source;
import io.mingshi.labels.source.Workspace;
import io.mingshi.labels.watermark.WatermarkKey;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class PerceptionTest {
    private static final WatermarkKey KEY = WatermarkKey.of(new byte[32]);

    private static Perception.Seen seen(byte[] wav) throws IOException {
        try (Workspace workspace = Workspace.temporary()) {
            return new Perception(MediaType.WAV, workspace).look(Source.of(wav), VerifyOptions.PUBLIC.with(KEY));
        }
    }

    @Test
    void soundOfAnyRateIsSearchedForAWatermark() throws IOException {
        for (int rate : new int[] {2_000, 7_999, 96_000, 768_000}) {
            assertThat(seen(Samples.wav(rate, 1, 16, 3 * rate)).watermark())
                    .as("%d", rate)
                    .isEmpty();
        }
        assertThat(seen(Samples.wav(44_100, 2, 16, 0)).watermark()).isEmpty();
    }

    @Test
    void soundOfAnUnusualRateIsRefusedByName() throws IOException {
        LabelRequest request =
                LabelRequest.of(AigcLabel.generated(Samples.PRODUCER, "work")).watermarkedWith(KEY);
        try (Workspace workspace = Workspace.temporary()) {
            assertThatExceptionOfType(LabelException.class)
                    .isThrownBy(() -> new Perception(MediaType.WAV, workspace).edit(Source.of(wav()), request))
                    .matches(refused -> refused.code() == LabelException.Code.NO_ROOM_FOR_WATERMARK);
        }
    }

    private static byte[] wav() {
        return Samples.wav(4_000, 1, 16, 12_000);
    }
}
