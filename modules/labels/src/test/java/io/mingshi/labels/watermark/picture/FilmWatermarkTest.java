package io.mingshi.labels.watermark.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingshi.labels.LabelException;
import io.mingshi.labels.watermark.FrameFilter;
import io.mingshi.labels.watermark.WatermarkKey;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FilmWatermarkTest {
    private static final WatermarkKey KEY = WatermarkKey.of("0123456789abcdef".getBytes(StandardCharsets.US_ASCII));
    private static final long ID = -77;
    private static final int WIDTH = 480;
    private static final int HEIGHT = 270;

    private static final Plane SCENE = Plane.of(Luma.of(SyntheticPhotograph.of(WIDTH, HEIGHT, 1)), WIDTH, HEIGHT);

    private final FilmWatermark.Detector detector = new FilmWatermark.Detector(KEY);

    /// Noise as loud as this hides the id in nearly every single frame.
    @Test
    void whatNoFrameTellsAloneTheyTellTogether() {
        FrameFilter filter = FilmWatermark.embedder(KEY, ID);
        int alone = 0;
        for (int i = 0; i < 60; i++) {
            byte[] frame = frame(i, 12);
            filter.apply(frame, WIDTH, HEIGHT, i);
            byte[] noisy = noisy(frame, i, 120);
            detector.add(noisy, WIDTH, HEIGHT);
            FilmWatermark.Detector single = new FilmWatermark.Detector(KEY);
            single.add(noisy, WIDTH, HEIGHT);
            alone += single.result().isPresent() ? 1 : 0;
        }
        assertThat(alone).isLessThan(5);
        assertThat(detector.result()).isEqualTo(OptionalLong.of(ID));
    }

    @Test
    void aMarkedSceneIsFoundAmongOthers() {
        FrameFilter filter = FilmWatermark.embedder(KEY, ID);
        for (int i = 0; i < 3 * FilmWatermark.Detector.STRETCH; i++) {
            byte[] frame = frame(i / 100, 50);
            if (i >= FilmWatermark.Detector.STRETCH && i < 2 * FilmWatermark.Detector.STRETCH) {
                filter.apply(frame, WIDTH, HEIGHT, i);
            }
            detector.add(frame, WIDTH, HEIGHT);
        }
        assertThat(detector.result()).isEqualTo(OptionalLong.of(ID));
    }

    @Test
    void anUnmarkedFilmShowsNothing() {
        assertThat(detector.result()).isEmpty();
        for (int i = 0; i < 130; i++) {
            detector.add(frame(1, 3), WIDTH, HEIGHT);
        }
        assertThat(detector.result()).isEmpty();
    }

    @Test
    void framesThatAreTooSmallAreRefusedAndTellNothing() {
        FrameFilter filter = FilmWatermark.embedder(KEY, ID);
        assertThatThrownBy(() -> filter.apply(new byte[64 * 64], 64, 64, 0)).isInstanceOf(LabelException.class);
        detector.add(new byte[0], 0, 0);
        detector.add(new byte[64 * 64], 64, 64);
        assertThat(detector.result()).isEmpty();
    }

    @Test
    void aFrameShorterThanItsSizeIsRefused() {
        assertThatThrownBy(() -> detector.add(new byte[10], WIDTH, HEIGHT))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static byte[] frame(int number, int move) {
        byte[] frame = new byte[WIDTH * HEIGHT];
        for (int i = 0; i < frame.length; i++) {
            frame[i] = (byte) SCENE.values()[(i + move * number) % frame.length];
        }
        return frame;
    }

    private static byte[] noisy(byte[] frame, int seed, double noise) {
        Random random = new Random(seed);
        byte[] noisy = new byte[frame.length];
        for (int i = 0; i < frame.length; i++) {
            noisy[i] = (byte) Math.clamp(Math.round((frame[i] & 0xFF) + noise * random.nextGaussian()), 0, 255);
        }
        return noisy;
    }
}
