package io.mingshi.screening.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingshi.labels.MediaType;
import io.mingshi.screening.media.ClassifierSettings.Activation;
import io.mingshi.screening.media.ClassifierSettings.Colours;
import io.mingshi.screening.media.ClassifierSettings.Label;
import java.awt.Color;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainedClassifierTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    @Test
    void aNetworkBlocksReviewsAndAllowsByItsThresholds() {
        try (var blocking = screener("red:A.2-1:0.5:0.9", "other");
                var reviewing = screener("red:A.2-1:0.5:2", "other")) {
            assertThat(blocking.screen(MediaType.PNG, Pictures.png(Pictures.even(Color.RED))))
                    .isInstanceOfSatisfying(MediaVerdict.Block.class, block -> {
                        assertThat(block.because().rule()).isEqualTo("CLASSIFIER:red");
                        assertThat(block.because().category()).isEqualTo("A.2-1");
                        assertThat(block.because().score()).isGreaterThan(0.9);
                    });
            assertThat(reviewing.screen(MediaType.PNG, Pictures.png(Pictures.even(Color.RED))))
                    .isInstanceOf(MediaVerdict.Review.class);
            assertThat(blocking.screen(MediaType.PNG, Pictures.png(Pictures.even(Color.BLUE))))
                    .isEqualTo(new MediaVerdict.Allow(List.of("classifier:tiny.onnx")));
        }
    }

    @Test
    void theNetworkOfTheTestsIsWhatTheProgramMakes() throws IOException {
        assertThat(Files.readAllBytes(tiny())).isEqualTo(TinyNetwork.file());
    }

    @Test
    void aWrongFileIsKnownAtOnce(@TempDir Path folder) throws IOException {
        Path noNetwork = Files.writeString(folder.resolve("x.onnx"), "not a network");
        assertThatThrownBy(() -> new TrainedClassifier(settings(noNetwork, "red:A.2-1:0.5:0.9", "other")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no ONNX file");
        assertThatThrownBy(() -> new TrainedClassifier(settings(folder.resolve("none"), "red:A.2-1:0.5:0.9")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("there is no file");
        assertThatThrownBy(() -> new TrainedClassifier(settings(tiny(), "red:A.2-1:0.5:0.9")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("gives 2 values, but 1 labels");
    }

    @Test
    void aClassifierThatTellsNoRiskIsNoClassifier() {
        assertThatThrownBy(() -> settings(tiny(), "red", "other")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Label.parse("red:A.2-1")).isInstanceOf(IllegalArgumentException.class);
    }

    @Property(tries = 500)
    void anyLabelIsReadOrRefused(@ForAll @StringLength(max = 40) String name, @ForAll double from) {
        for (String text : new String[] {name, name + ":A.1:" + from + ":1", name + ":A.1:1:" + name}) {
            try {
                assertThat(Label.parse(text).reviewFrom()).isPositive();
            } catch (IllegalArgumentException refused) {
                assertThat(refused).isNotNull();
            }
        }
    }

    private static PictureScreener screener(String... labels) {
        return new PictureScreener(List.of(new TrainedClassifier(settings(tiny(), labels))), 1, LIMIT);
    }

    static ClassifierSettings redOrNot() {
        return settings(tiny(), "red:A.2-1:0.5:0.9", "other");
    }

    private static ClassifierSettings settings(Path model, String... labels) {
        return new ClassifierSettings(
                model,
                TinyNetwork.SIDE,
                Colours.parse("0,0,0"),
                Colours.parse("1,1,1"),
                Activation.SOFTMAX,
                List.of(labels).stream().map(Label::parse).toList());
    }

    static Path tiny() {
        try {
            return Path.of(TinyNetwork.class.getResource("tiny.onnx").toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
