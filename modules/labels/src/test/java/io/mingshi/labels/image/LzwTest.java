package io.mingshi.labels.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class LzwTest {
    @Property(tries = 300)
    void whatWasEncodedDecodesToTheSame(
            @ForAll long seed,
            @ForAll @IntRange(min = 2, max = 8) int bits,
            @ForAll @IntRange(max = 60_000) int length) {
        Random random = new Random(seed);
        byte[] pixels = new byte[length];
        int colours = 1 + random.nextInt(1 << bits);
        int run = 1 + random.nextInt(50);
        for (int i = 0; i < length; i++) {
            pixels[i] = (byte) (i % run == 0 ? random.nextInt(colours) : pixels[i - 1]);
        }
        assertThat(Lzw.decode(Lzw.encode(pixels, bits), bits, length)).isEqualTo(pixels);
    }

    @Property(tries = 2000)
    void anyBytesDecodeToSomething(@ForAll byte[] data, @ForAll @IntRange(min = 1, max = 8) int bits) {
        assertThat(Lzw.decode(data, bits, 1000)).hasSize(1000);
    }
}
