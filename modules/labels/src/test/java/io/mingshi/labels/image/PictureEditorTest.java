package io.mingshi.labels.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.mingshi.labels.ExplicitPolicy;
import io.mingshi.labels.ExplicitPolicy.Corner;
import io.mingshi.labels.LabelException;
import io.mingshi.labels.LabelException.Code;
import io.mingshi.labels.MediaType;
import io.mingshi.labels.container.Sightings;
import io.mingshi.labels.container.Size;
import io.mingshi.labels.container.image.GifBlocks;
import io.mingshi.labels.container.image.GifBlocks.Kind;
import io.mingshi.labels.container.image.JpegPicture;
import io.mingshi.labels.container.image.WebpPicture;
import io.mingshi.labels.source.Source;
import io.mingshi.labels.source.Splice;
import io.mingshi.labels.watermark.WatermarkKey;
import io.mingshi.labels.watermark.picture.PictureWatermark;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PictureEditorTest {
    private static final ExplicitPolicy STANDARD = ExplicitPolicy.STANDARD;

    private final PictureEditor editor = new PictureEditor();
    private final PictureEditor withoutNatives = new PictureEditor(Optional.empty());

    private static Source file(String name) throws IOException {
        try (InputStream in = PictureEditorTest.class.getResourceAsStream("/io/mingshi/labels/image/" + name)) {
            return Source.of(in.readAllBytes());
        }
    }

    private static MediaType type(String name) {
        return MediaType.ofName(name).orElseThrow();
    }

    private static ExplicitPolicy at(Corner corner) {
        return new ExplicitPolicy(STANDARD.places(), corner, false, Optional.empty(), false);
    }

    private static void requireOpenCv() {
        assumeTrue(OpenCvCodec.find().isPresent(), "OpenCV is not on the class path for this system");
    }

    private static String text(Source file) throws IOException {
        return new String(file.bytes(), StandardCharsets.ISO_8859_1);
    }

    private static Code refusal(PictureEditor editor, String name) {
        try {
            editor.edit(type(name), file(name), STANDARD, Optional.empty());
            throw new AssertionError("it was not refused");
        } catch (LabelException refused) {
            return refused.code();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /// Part of GB-5.2b.
    @ParameterizedTest
    @EnumSource(Corner.class)
    void everyFormatShowsTheMarkInEveryCorner(Corner corner) throws IOException {
        requireOpenCv();
        for (String name : List.of(
                "444.jpg",
                "grey.jpg",
                "turned.jpg",
                "lossy.webp",
                "lossless.webp",
                "alpha-lossy.webp",
                "animated.webp",
                "animated.gif",
                "disposal.gif",
                "interlaced.gif")) {
            Source marked = editor.edit(type(name), file(name), at(corner), Optional.empty());
            assertThat(editor.markFlaw(type(name), marked, at(corner))).as(name).isEmpty();
            Corner other = Corner.values()[3 - corner.ordinal()];
            assertThat(editor.markFlaw(type(name), marked, at(other))).as(name).isPresent();
            assertThat(editor.markFlaw(type(name), file(name), at(corner)))
                    .as(name)
                    .isPresent();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"444.jpg", "grey.jpg", "turned.jpg"})
    void bothCodecsShowTheSamePictureInTheSameCoding(String name) throws IOException {
        requireOpenCv();
        Source fast = editor.edit(MediaType.JPEG, file(name), STANDARD, Optional.empty());
        Source slow = withoutNatives.edit(MediaType.JPEG, file(name), STANDARD, Optional.empty());
        assertThat(withoutNatives.markFlaw(MediaType.JPEG, fast, STANDARD)).isEmpty();
        assertThat(editor.markFlaw(MediaType.JPEG, slow, STANDARD)).isEmpty();
        JpegPicture before = JpegPicture.of(file(name));
        for (Source edited : List.of(fast, slow)) {
            JpegPicture after = JpegPicture.of(edited);
            assertThat(after.components()).isEqualTo(before.components());
            assertThat(after.sampling()).isEqualTo(before.sampling());
            assertThat(after.orientation()).isEqualTo(1);
            assertThat(after.size())
                    .isEqualTo(
                            before.orientation() == 6
                                    ? new Size(
                                            before.size().height(),
                                            before.size().width())
                                    : before.size());
        }
        BufferedImage one = ImageIO.read(new ByteArrayInputStream(fast.bytes()));
        BufferedImage two = ImageIO.read(new ByteArrayInputStream(slow.bytes()));
        for (int y = 2; y < one.getHeight(); y += 9) {
            for (int x = 2; x < one.getWidth(); x += 9) {
                assertThat(distance(one.getRGB(x, y), two.getRGB(x, y))).isLessThan(24);
            }
        }
    }

    private static int distance(int one, int two) {
        int most = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            most = Math.max(most, Math.abs((one >> shift & 0xFF) - (two >> shift & 0xFF)));
        }
        return most;
    }

    @ParameterizedTest
    @ValueSource(ints = {BufferedImage.TYPE_3BYTE_BGR, BufferedImage.TYPE_4BYTE_ABGR})
    void aPngKeepsEveryPixelOutsideTheMark(int imageType) throws IOException {
        BufferedImage before = new BufferedImage(131, 97, imageType);
        Random random = new Random(3);
        for (int y = 0; y < 97; y++) {
            for (int x = 0; x < 131; x++) {
                before.setRGB(x, y, y < 40 ? random.nextInt() : 0x80FF0000 + x * y);
            }
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(before, "png", png);
        Source edited = editor.edit(MediaType.PNG, Source.of(png.toByteArray()), STANDARD, Optional.empty());
        assertThat(editor.markFlaw(MediaType.PNG, edited, STANDARD)).isEmpty();
        BufferedImage after = ImageIO.read(new ByteArrayInputStream(edited.bytes()));
        CornerMark mark = CornerMark.forPicture(131, 97).orElseThrow();
        for (int y = 0; y < 97; y++) {
            for (int x = 0; x < 131; x++) {
                if (!mark.plate().contains(x, y)) {
                    assertThat(after.getRGB(x, y)).isEqualTo(before.getRGB(x, y));
                }
            }
        }
    }

    @Test
    void metadataOfOthersSurvivesNewPixels() throws IOException {
        requireOpenCv();
        Source jpeg = editor.edit(MediaType.JPEG, file("444.jpg"), STANDARD, Optional.empty());
        assertThat(text(jpeg)).contains("a comment", "Studio &lt;7&gt; &amp; co", "Photoshop 3.0");
        byte[] profile = "\u00FF\u00E2\0\u0014ICC_PROFILE\0\1\1abcd".getBytes(StandardCharsets.ISO_8859_1);
        Source profiled = Splice.replace(file("turned.jpg"), 20, 0, profile);
        Source turned = editor.edit(MediaType.JPEG, profiled, STANDARD, Optional.empty());
        assertThat(text(turned)).contains("ICC_PROFILE", "Camera", "<tiff:Orientation>1<");
        Source webp = editor.edit(MediaType.WEBP, file("lossy.webp"), STANDARD, Optional.empty());
        assertThat(text(webp)).contains("Studio &lt;7&gt; &amp; co");
        Source gif = editor.edit(MediaType.GIF, file("animated.gif"), STANDARD, Optional.empty());
        assertThat(text(gif)).contains("Studio &lt;7&gt; &amp; co", "NETSCAPE2.0");
    }

    @Test
    void withoutMarkAndWatermarkTheFileStaysAsItIs() throws IOException {
        Source file = file("444.jpg");
        assertThat(editor.edit(MediaType.JPEG, file, ExplicitPolicy.NONE, Optional.empty()))
                .isSameAs(file);
    }

    @Test
    void theWatermarkIsThereBeforeTheMarkIsDrawn() throws IOException {
        Source edited = editor.edit(MediaType.JPEG, file("444.jpg"), STANDARD, Optional.of(picture -> {
            Graphics2D g = picture.createGraphics();
            g.setColor(Color.GREEN);
            g.fillRect(0, 0, picture.getWidth(), picture.getHeight());
            g.dispose();
        }));
        assertThat(editor.markFlaw(MediaType.JPEG, edited, STANDARD)).isEmpty();
        BufferedImage seen = ImageIO.read(new ByteArrayInputStream(edited.bytes()));
        assertThat(distance(seen.getRGB(5, 5), 0x00FF00)).isLessThan(24);
    }

    @Test
    void whatCannotBeEditedIsRefusedByName() throws IOException {
        assertThat(refusal(editor, "cmyk.jpg")).isEqualTo(Code.UNSUPPORTED);
        assertThat(refusal(editor, "tiled.tif")).isEqualTo(Code.UNSUPPORTED);
        assertThat(refusal(withoutNatives, "lossy.webp")).isEqualTo(Code.TOOL_MISSING);
        assertThatExceptionOfType(LabelException.class)
                .isThrownBy(
                        () -> editor.edit(MediaType.GIF, file("animated.gif"), STANDARD, Optional.of(picture -> {})))
                .matches(refused -> refused.code() == Code.UNSUPPORTED);
        Source cut = Source.of(file("444.jpg").bytes(0, 3000));
        assertThatExceptionOfType(LabelException.class)
                .isThrownBy(() -> editor.edit(MediaType.JPEG, cut, STANDARD, Optional.empty()))
                .matches(refused -> refused.code() == Code.MALFORMED);
    }

    @ParameterizedTest
    @CsvSource({"animated.gif,3", "disposal.gif,2", "interlaced.gif,1"})
    void aReaderOfOthersSeesEveryFrameOfAGifWithItsTimes(String name, int frames) throws IOException {
        Source marked = editor.edit(MediaType.GIF, file(name), STANDARD, Optional.empty());
        assertThat(controls(marked)).isEqualTo(controls(file(name)));
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(marked.bytes()))) {
            reader.setInput(in);
            assertThat(reader.getNumImages(true)).isEqualTo(frames);
            CornerMark mark = CornerMark.forPicture(128, 96).orElseThrow();
            BufferedImage first = reader.read(0);
            assertThat(mark.flawIn(
                            first.getSubimage(mark.plate().x, mark.plate().y, mark.plate().width, mark.plate().height)))
                    .isEmpty();
        } finally {
            reader.dispose();
        }
    }

    /// Time and disposal of every frame.
    private static List<String> controls(Source file) throws IOException {
        List<String> controls = new ArrayList<>();
        for (GifBlocks.Block block : GifBlocks.read(file, new Sightings()).blocks()) {
            if (block.kind() == Kind.CONTROL) {
                byte[] content = file.bytes(block.from(), 8);
                controls.add((content[3] >> 2) + " " + content[4] + " " + content[5]);
            }
        }
        return controls;
    }

    @Test
    void anAnimatedWebpKeepsItsFramesTimesAndLoops() throws IOException {
        requireOpenCv();
        OpenCvCodec codec = OpenCvCodec.find().orElseThrow();
        Source marked = editor.edit(MediaType.WEBP, file("animated.webp"), STANDARD, Optional.empty());
        var before = codec.decodeFilm(file("animated.webp").bytes());
        var after = codec.decodeFilm(marked.bytes());
        assertThat(WebpPicture.of(marked).frames()).isEqualTo(before.pictures().size());
        assertThat(after.milliseconds()).isEqualTo(before.milliseconds());
        assertThat(after.loops()).isEqualTo(before.loops());
        assertThat(after.background()).isEqualTo(before.background());
    }

    private Code undecoded(byte[] gif) throws IOException {
        try {
            throw new AssertionError(editor.decoded(MediaType.GIF, Source.of(gif)));
        } catch (LabelException refused) {
            return refused.code();
        }
    }

    @Test
    void aGifOfAnyStatedSizeIsDecodedOrRefused() throws IOException {
        byte[] gif = file("disposal.gif").bytes();
        int image = (int) GifBlocks.read(Source.of(gif), new Sightings()).blocks().stream()
                .filter(block -> block.kind() == Kind.IMAGE)
                .findFirst()
                .orElseThrow()
                .from();
        byte[] screen = gif.clone();
        Arrays.fill(screen, 6, 10, (byte) 0xFF);
        byte[] frame = gif.clone();
        Arrays.fill(frame, image + 5, image + 9, (byte) 0xFF);
        assertThat(undecoded(screen)).isEqualTo(Code.TOO_LARGE);
        assertThat(undecoded(frame)).isEqualTo(Code.TOO_LARGE);
        assertThat(undecoded(Arrays.copyOf(gif, image + 30))).isEqualTo(Code.MALFORMED);
        assertThat(undecoded("GIF89a".getBytes(StandardCharsets.US_ASCII))).isEqualTo(Code.MALFORMED);
    }

    /// A control block longer than usual, which decoders skip in different ways.
    @Test
    void theDecoderOfAGifMeetsOnlyThePictureThatWasMeasured() throws IOException {
        Source gif = file("disposal.gif");
        byte[] hidden = {0x21, (byte) 0xF9, 16, 0, 0, 0, 0, 0, 0x2C, 0, 0, 0, 0, -1, -1, -1, -1, 0, 8, 0};
        Source two = Splice.replace(gif, GifBlocks.read(gif, new Sightings()).preamble(), 0, hidden);
        BufferedImage seen = editor.decoded(MediaType.GIF, two).orElseThrow();
        assertThat(List.of(seen.getWidth(), seen.getHeight())).isEqualTo(List.of(128, 96));
    }

    @Test
    void theFirstFrameOfAGifIsDecodedAsItWouldBeFromTheWholeFile() throws IOException {
        for (String name : List.of("animated.gif", "disposal.gif", "interlaced.gif")) {
            BufferedImage whole =
                    ImageIO.read(new ByteArrayInputStream(file(name).bytes()));
            BufferedImage seen = editor.decoded(MediaType.GIF, file(name)).orElseThrow();
            for (int y = 0; y < whole.getHeight(); y++) {
                for (int x = 0; x < whole.getWidth(); x++) {
                    assertThat(seen.getRGB(x, y)).isEqualTo(whole.getRGB(x, y));
                }
            }
        }
    }

    @Test
    void theWatermarkGetsAPictureOfItsOwnBytes() {
        BufferedImage large = new BufferedImage(300, 200, BufferedImage.TYPE_3BYTE_BGR);
        large.setRGB(20, 30, 0x123456);
        BufferedImage own = PictureEditor.own(large.getSubimage(10, 10, 150, 140));
        assertThat(own.getRaster().getParent()).isNull();
        assertThat(own.getType()).isEqualTo(BufferedImage.TYPE_3BYTE_BGR);
        assertThat(own.getRGB(10, 20) & 0xFFFFFF).isEqualTo(0x123456);
        assertThat(PictureEditor.own(own)).isSameAs(own);
        PictureWatermark.embed(own, WatermarkKey.of(new byte[32]), 1);
    }

    @Test
    void everyFrameThatIsWatermarkedIsACanvas() throws IOException {
        requireOpenCv();
        List<Integer> types = new ArrayList<>();
        editor.edit(MediaType.WEBP, file("animated.webp"), STANDARD, Optional.of(picture -> {
            assertThat(picture.getRaster().getParent()).isNull();
            types.add(picture.getType());
        }));
        assertThat(types).hasSize(WebpPicture.of(file("animated.webp")).frames());
        assertThat(types).isSubsetOf(BufferedImage.TYPE_3BYTE_BGR, BufferedImage.TYPE_4BYTE_ABGR);
    }
}
