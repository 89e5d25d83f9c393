package io.mingshi.labels.container.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.mingshi.labels.LabelException;
import io.mingshi.labels.LabelException.Code;
import io.mingshi.labels.Samples;
import io.mingshi.labels.container.Size;
import io.mingshi.labels.source.Source;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/// Part of PG-X.2: a picture is refused by its stated size before anything is allocated for it.
class PixelBudgetTest {
    private static final PixelBudget SMALL = new PixelBudget(320L << 20);
    private static final PixelBudget LARGE = new PixelBudget(1L << 40);
    private static final Source FILE = Source.of(new byte[1000]);

    private static void tooLarge(ThrowingCallable work) {
        assertThatExceptionOfType(LabelException.class)
                .isThrownBy(work)
                .matches(refused -> refused.code() == Code.TOO_LARGE);
    }

    @Test
    void aSmallHeapTakesAPhotographOfAPhoneAndNotTheLargestPicture() {
        assertThatCode(() -> SMALL.require(FILE, new Size(4032, 3024))).doesNotThrowAnyException();
        tooLarge(() -> SMALL.require(FILE, new Size(8000, 8000)));
        assertThat(SMALL.pixels() * 12).isLessThanOrEqualTo(SMALL.heap() / 2);
    }

    @Test
    void aLargeHeapTakesSixtyFourMegapixelsAndNoMore() {
        assertThatCode(() -> LARGE.require(FILE, new Size(8000, 8000))).doesNotThrowAnyException();
        tooLarge(() -> LARGE.require(FILE, new Size(8001, 8000)));
        tooLarge(() -> LARGE.require(FILE, new Size(Integer.MAX_VALUE, Integer.MAX_VALUE)));
    }

    @Test
    void samplesOfSixteenBitsCountTwice() {
        assertThatCode(() -> LARGE.require(FILE, new Size(8000, 4000), 16)).doesNotThrowAnyException();
        tooLarge(() -> LARGE.require(FILE, new Size(8000, 4001), 16));
    }

    @Test
    void aPngStatesItsBits() throws IOException {
        long side = (long) Math.sqrt(PixelBudget.STANDARD.pixels() * 0.9);
        assertThatCode(() -> PngPicture.of(png((int) side, 8))).doesNotThrowAnyException();
        tooLarge(() -> PngPicture.of(png((int) side, 16)));
    }

    private static Source png(int side, int bits) {
        byte[] png = Samples.png(100, 100);
        ByteBuffer.wrap(png).putInt(16, side).putInt(20, side).put(24, (byte) bits);
        CRC32 header = new CRC32();
        header.update(png, 12, 17);
        ByteBuffer.wrap(png).putInt(29, (int) header.getValue());
        return Source.of(png);
    }

    @Test
    void framesOfTheLargestOrdinaryFilmsFitASmallHeap() {
        assertThatCode(() -> SMALL.requireFrame(new Size(7680, 4320))).doesNotThrowAnyException();
        tooLarge(() -> SMALL.requireFrame(new Size(32_768, 32_768)));
        tooLarge(() -> LARGE.requireFrame(new Size(32_768, 32_768)));
    }
}
