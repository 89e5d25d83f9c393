package io.mingshi.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/// A tiny model, trained here on harmless sentences, shows the way from a file to a verdict.
class LinearClassifierTest {
    private static final int LONGEST = 3;
    private static final int BITS = 12;
    private static final List<String> ADVERTISEMENTS =
            List.of("限时优惠快来抢购", "全场半价快来下单", "优惠大促马上抢购", "低价好货快来选购", "抢购优惠今天截止");
    private static final List<String> OTHERS = List.of("今天天气很好", "我在读一本小说", "火车八点开", "他喜欢喝茶", "明天我们去爬山");

    @Test
    void aTrainedModelFindsASentenceLikeThoseItLearned() throws IOException {
        var classifier = LinearClassifier.read(new ByteArrayInputStream(file(trained())));
        assertThat(classifier.score("优惠抢购快来下单")).isGreaterThan(0.6);
        assertThat(classifier.score("我喜欢读小说")).isLessThan(0.4);
        var rule = new Rule(
                "C", "A.3-1", new Sought.Classified("advertisement", 0.6), Action.REVIEW, Audience.EVERYBODY);
        Screener screener = Screener.of(List.of(rule), Map.of("advertisement", classifier));
        assertThat(screener.screen("今天天气很好。优惠，抢购！快来下单。"))
                .isEqualTo(new Verdict.Review(rule, 7, 12));
        assertThat(screener.screen("今天天气很好。明天去爬山。")).isEqualTo(new Verdict.Allow());
    }

    @Test
    void aFileThatIsNoModelIsRefused() throws IOException {
        byte[] good = file(new float[1 << BITS]);
        assertThatThrownBy(() -> read(Arrays.copyOf(good, good.length - 1))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> read(Arrays.copyOf(good, good.length + 1))).hasMessageContaining("goes on");
        byte[] large = good.clone();
        large[19] = 31;
        assertThatThrownBy(() -> read(large)).hasMessageContaining("from 8 to 22");
        float[] broken = new float[1 << BITS];
        broken[7] = Float.NaN;
        assertThatThrownBy(() -> read(file(broken))).hasMessageContaining("no finite number");
    }

    @Property(tries = 300)
    void noBytesDoMoreThanBeRefused(@ForAll byte[] bytes) {
        byte[] led = new byte[bytes.length + 12];
        System.arraycopy("MSLINEAR".getBytes(java.nio.charset.StandardCharsets.US_ASCII), 0, led, 0, 8);
        led[11] = 1;
        System.arraycopy(bytes, 0, led, 12, bytes.length);
        assertThatThrownBy(() -> read(bytes)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> read(led)).isInstanceOf(IOException.class);
    }

    private static void read(byte[] file) throws IOException {
        LinearClassifier.read(new ByteArrayInputStream(file));
    }

    /// Logistic regression by gradient descent.
    private static float[] trained() {
        var weights = new float[1 << BITS];
        for (int round = 0; round < 200; round++) {
            ADVERTISEMENTS.forEach(sentence -> learn(weights, sentence, 1));
            OTHERS.forEach(sentence -> learn(weights, sentence, 0));
        }
        return weights;
    }

    private static void learn(float[] weights, String sentence, int wanted) {
        int[] places = LinearClassifier.places(sentence, LONGEST, BITS);
        double root = Math.sqrt(places.length);
        double sum = Arrays.stream(places).mapToDouble(place -> weights[place]).sum() / root;
        double step = 0.3 * (wanted - 1 / (1 + Math.exp(-sum))) / root;
        for (int place : places) {
            weights[place] += (float) step;
        }
    }

    private static byte[] file(float[] weights) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeBytes("MSLINEAR");
            out.writeInt(1);
            out.writeInt(LONGEST);
            out.writeInt(BITS);
            out.writeFloat(0);
            for (float weight : weights) {
                out.writeFloat(weight);
            }
        }
        return bytes.toByteArray();
    }
}
