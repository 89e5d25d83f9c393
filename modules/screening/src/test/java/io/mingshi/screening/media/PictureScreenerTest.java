package io.mingshi.screening.media;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.mingshi.labels.MediaType;
import io.mingshi.screening.media.KnownPictures.Origin;
import io.mingshi.screening.media.Signal.Level;
import io.mingshi.screening.media.UnscreenableException.Fault;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PictureScreenerTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    @Test
    void nothingThatTellsMeansNoVerdict() {
        try (var screener = new PictureScreener(List.of(new SkinCheck("A.2-1", 0.5)), 1, LIMIT)) {
            assertThat(screener.tells()).isFalse();
            assertThat(screener.screen(MediaType.PNG, Pictures.png(Pictures.even(Color.BLUE))))
                    .isEqualTo(new MediaVerdict.Undecided());
            assertThat(screener.screen(MediaType.PNG, Pictures.png(Pictures.even(new Color(224, 172, 140)))))
                    .asInstanceOf(type(MediaVerdict.Review.class))
                    .extracting(review -> review.because().rule())
                    .isEqualTo("SKIN");
        }
    }

    @Test
    void aKnownPictureIsKnownAgainAtHalfItsSize() {
        BufferedImage picture = Pictures.discs(1);
        var known = new KnownPictures.Collection()
                .add(Picture.of(picture).fingerprint().orElseThrow(), new Origin("KNOWN:list", "A.2-1"))
                .indexed();
        try (var screener = new PictureScreener(List.of(new KnownPictureCheck(known, 31)), 1, LIMIT)) {
            BufferedImage half = Matrices.drawn(picture, 80, 60, BufferedImage.TYPE_3BYTE_BGR);
            assertThat(screener.screen(MediaType.PNG, Pictures.png(half)))
                    .asInstanceOf(type(MediaVerdict.Block.class))
                    .extracting(block -> block.because().rule())
                    .isEqualTo("KNOWN:list");
            assertThat(screener.screen(MediaType.PNG, Pictures.png(Pictures.discs(2))))
                    .isEqualTo(new MediaVerdict.Undecided());
        }
    }

    @Test
    void theStrongestSignalDecides() {
        var note = new Signal("N", "", 1, Level.NOTE);
        var review = new Signal("R", "A.1", 0.9, Level.REVIEW);
        var block = new Signal("B", "A.1", 0.1, Level.BLOCK);
        assertThat(MediaVerdict.of(List.of(note, block, review), List.of("able")))
                .isEqualTo(new MediaVerdict.Block(block));
        assertThat(MediaVerdict.of(List.of(review, note), List.of())).isEqualTo(new MediaVerdict.Review(review));
        assertThat(MediaVerdict.of(List.of(note), List.of("able"))).isEqualTo(new MediaVerdict.Allow(List.of("able")));
    }

    @Test
    void aCheckThatFailsGivesNoVerdict() {
        try (var screener = new PictureScreener(
                List.of(check(() -> {
                    throw new IllegalStateException("broken");
                })),
                1,
                LIMIT)) {
            assertThatThrownBy(() -> screener.screen(MediaType.PNG, Pictures.png(Pictures.even(Color.BLUE))))
                    .isInstanceOfSatisfying(
                            UnscreenableException.class,
                            e -> assertThat(e.fault()).isEqualTo(Fault.CHECK));
        }
    }

    @Test
    void aCheckThatTakesTooLongGivesNoVerdict() {
        var end = new CountDownLatch(1);
        try (var screener = new PictureScreener(
                List.of(check(() -> {
                    try {
                        end.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                })),
                1,
                Duration.ofMillis(300))) {
            assertThatThrownBy(() -> screener.screen(MediaType.PNG, Pictures.png(Pictures.even(Color.BLUE))))
                    .isInstanceOf(UnscreenableException.class)
                    .hasMessageContaining("took longer");
            end.countDown();
        }
    }

    /// A file of a few kilobytes that says it is 60,000 pixels square is refused by its header.
    @Test
    void aPictureThatUnpacksWithoutBoundIsNotDecoded() {
        assertThatThrownBy(() -> Picture.of(MediaType.PNG, bomb(60_000)))
                .isInstanceOfSatisfying(
                        UnscreenableException.class, e -> assertThat(e.fault()).isEqualTo(Fault.CONTENT));
    }

    @Property(tries = 300)
    void aDamagedPictureIsDecodedOrRefused(@ForAll @IntRange(max = 2_000) int at, @ForAll byte change) {
        byte[] picture = Pictures.png(Pictures.discs(3));
        picture[at % picture.length] ^= change;
        byte[] damaged = Arrays.copyOf(picture, picture.length - at % 7);
        try {
            assertThat(Picture.of(MediaType.PNG, damaged).pixels().getWidth()).isPositive();
        } catch (UnscreenableException refused) {
            assertThat(refused.fault()).isEqualTo(Fault.CONTENT);
        }
    }

    private static PictureCheck check(Runnable look) {
        return new PictureCheck() {
            @Override
            public String name() {
                return "test";
            }

            @Override
            public boolean tells() {
                return true;
            }

            @Override
            public List<Signal> look(Picture picture) {
                look.run();
                return List.of();
            }
        };
    }

    private static byte[] bomb(int side) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10});
        byte[] header = ByteBuffer.allocate(13)
                .putInt(side)
                .putInt(side)
                .put(new byte[] {8, 2, 0, 0, 0})
                .array();
        chunk(out, "IHDR", header);
        var deflater = new Deflater(9);
        deflater.setInput(new byte[1 << 20]);
        deflater.finish();
        byte[] packed = new byte[1 << 12];
        chunk(out, "IDAT", Arrays.copyOf(packed, deflater.deflate(packed)));
        deflater.end();
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream out, String name, byte[] data) {
        byte[] body = ByteBuffer.allocate(4 + data.length)
                .put(name.getBytes(US_ASCII))
                .put(data)
                .array();
        var sum = new CRC32();
        sum.update(body);
        out.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        out.writeBytes(body);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
    }
}
