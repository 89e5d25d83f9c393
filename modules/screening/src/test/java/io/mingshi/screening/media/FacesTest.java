package io.mingshi.screening.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingshi.screening.media.Signal.Level;
import io.mingshi.testkit.DrawnFace;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FacesTest {
    private static final CascadeFaces CASCADES = new CascadeFaces();

    @Test
    void aFaceIsFoundWhereItIs() {
        List<Rectangle> faces = CASCADES.faces(Picture.of(DrawnFace.drawn()));
        assertThat(faces).isNotEmpty().allMatch(face -> face.contains(100, 100));
    }

    @Test
    void aFaceIsFoundInALargerPicture() {
        var picture = new BufferedImage(1600, 1200, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = picture.createGraphics();
        graphics.drawImage(DrawnFace.drawn(), 1100, 700, null);
        graphics.dispose();
        assertThat(CASCADES.faces(Picture.of(picture)))
                .isNotEmpty()
                .allMatch(face -> new Rectangle(1080, 680, 240, 240).contains(face));
    }

    @Test
    void eachFaceCountsOnceHoweverManyCascadesFindIt() {
        var picture = new BufferedImage(660, 220, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = picture.createGraphics();
        for (int i = 0; i < 3; i++) {
            graphics.drawImage(DrawnFace.drawn(), 220 * i + 10, 10, null);
        }
        graphics.dispose();
        assertThat(CASCADES.faces(Picture.of(picture))).hasSize(3);
        assertThat(CascadeFaces.distinct(List.of(
                        new Rectangle(10, 10, 100, 100),
                        new Rectangle(20, 5, 90, 90),
                        new Rectangle(200, 10, 100, 100))))
                .containsExactly(new Rectangle(10, 10, 100, 100), new Rectangle(200, 10, 100, 100));
    }

    @Test
    void whereNobodyIsNobodyIsFound() {
        assertThat(CASCADES.faces(Picture.of(Pictures.even(Color.GRAY)))).isEmpty();
        assertThat(CASCADES.faces(Picture.of(new BufferedImage(1, 1, BufferedImage.TYPE_3BYTE_BGR))))
                .isEmpty();
    }

    @Test
    void manyThreadsLookAtOnce() throws InterruptedException {
        try (var threads = Executors.newFixedThreadPool(4)) {
            List<Callable<Integer>> looks = IntStream.range(0, 8)
                    .<Callable<Integer>>mapToObj(_ ->
                            () -> CASCADES.faces(Picture.of(DrawnFace.drawn())).size())
                    .toList();
            assertThat(threads.invokeAll(looks))
                    .extracting(look -> look.resultNow() > 0)
                    .containsOnly(true);
        }
    }

    @Test
    void facesAreASignal() {
        var check = new FaceCheck(CASCADES, "A.4-1", Level.REVIEW);
        assertThat(check.look(Picture.of(DrawnFace.drawn())))
                .extracting(Signal::rule)
                .containsExactly("FACE");
        assertThat(check.look(Picture.of(Pictures.even(Color.GRAY)))).isEmpty();
    }

    @Test
    void aNetworkOfTheOperatorsFindsWhatItWasMadeFor(@TempDir Path folder) throws IOException {
        Path model = Files.write(folder.resolve("tiny-faces.onnx"), TinyNetwork.facesFile());
        var detector = new TrainedFaces(model, 0.6);
        BufferedImage picture = Pictures.even(Color.GRAY);
        assertThat(detector.faces(Picture.of(picture))).isEmpty();
        Graphics2D graphics = picture.createGraphics();
        graphics.setColor(Color.RED);
        graphics.fillRect(64, 32, 32, 32);
        graphics.dispose();
        assertThat(detector.faces(Picture.of(picture)))
                .isNotEmpty()
                .allMatch(face -> new Rectangle(56, 24, 56, 56).intersects(face));
    }

    @Test
    void aWrongFileIsKnownAtOnce(@TempDir Path folder) throws IOException {
        Path wrong = Files.writeString(folder.resolve("x.onnx"), "no network");
        assertThatThrownBy(() -> new TrainedFaces(wrong, 0.6)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TrainedFaces(folder.resolve("none"), 0.6))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("there is no file");
    }
}
