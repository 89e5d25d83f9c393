package io.mingshi.labels.container.image;

import static io.mingshi.labels.container.image.PictureFiles.JSON;
import static io.mingshi.labels.container.image.PictureFiles.bytes;
import static io.mingshi.labels.container.image.PictureFiles.concat;
import static io.mingshi.labels.container.image.PictureFiles.container;
import static io.mingshi.labels.container.image.PictureFiles.latin1;
import static io.mingshi.labels.container.image.PictureFiles.packet;
import static io.mingshi.labels.container.image.PictureFiles.withChunk;
import static io.mingshi.labels.container.image.PictureFiles.withSegment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.mingshi.labels.LabelException;
import io.mingshi.labels.container.LabelSite;
import io.mingshi.labels.container.LabelSite.Place;
import io.mingshi.labels.container.Sightings;
import io.mingshi.labels.source.Source;
import io.mingshi.testkit.Requirement;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class PictureContainersTest {
    private static final List<String> NAMES = PictureFiles.NAMES;

    private static byte[] label(String name, byte[] file) throws Exception {
        return container(name).label(Source.of(file), JSON).bytes();
    }

    private static Sightings read(String name, byte[] file) throws Exception {
        return container(name).read(Source.of(file));
    }

    private static void assertOneLabel(String name, byte[] labelled) throws Exception {
        Sightings seen = read(name, labelled);
        assertThat(seen.flaws()).isEmpty();
        assertThat(seen.unread()).isEmpty();
        assertThat(seen.sites()).extracting(LabelSite::text).containsExactly(JSON);
        assertThat(seen.sites()).extracting(LabelSite::place).containsExactly(Place.PRESCRIBED);
    }

    @Requirement("PG-9.1")
    @ParameterizedTest
    @FieldSource("NAMES")
    void theLabelStandsWhereTheGuideSaysAndNoPixelChanges(String name) throws Exception {
        byte[] before = bytes(name);
        byte[] labelled = label(name, before);
        String place = Map.of(
                        "png", "iTXtXML:com.adobe.xmp\0\0\0\0\0",
                        "jpg", "http://ns.adobe.com/xap/1.0/\0",
                        "webp", "XMP ",
                        "gif", "!\u00FF\u000BXMP DataXMP",
                        "tif", name.startsWith("big") ? "\u0002\u00BC\0\u0007\0\0" : "\u00BC\u0002\u0007\0")
                .getOrDefault(name.substring(name.indexOf('.') + 1), "");
        assertThat(latin1(labelled)).contains(place);
        assertThat(pixels(name, labelled)).isEqualTo(pixels(name, before));
    }

    /// The samples of every frame as the JDK decodes them; of WebP, which it does not know, the coded ones.
    private static List<List<Integer>> pixels(String name, byte[] file) throws Exception {
        List<List<Integer>> frames = new ArrayList<>();
        if (name.endsWith("webp")) {
            WebpChunks webp = WebpChunks.read(Source.of(file), new Sightings());
            for (WebpChunks.Chunk chunk : webp.chunks()) {
                if (List.of("VP8 ", "VP8L", "ALPH", "ANIM", "ANMF").contains(chunk.id())) {
                    frames.add(List.of(Arrays.hashCode(webp.data(chunk))));
                }
            }
            return frames;
        }
        String format = name.endsWith("tif") ? "tiff" : name.substring(name.indexOf('.') + 1);
        ImageReader reader = ImageIO.getImageReadersByFormatName(format).next();
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(in);
            for (int i = 0; i < reader.getNumImages(true); i++) {
                Raster raster = reader.read(i).getRaster();
                int[] samples = raster.getPixels(0, 0, raster.getWidth(), raster.getHeight(), (int[]) null);
                frames.add(Arrays.stream(samples).boxed().toList());
            }
        } finally {
            reader.dispose();
        }
        return frames;
    }

    /// Part of PG-9.3 and GB-6.1.
    @ParameterizedTest
    @FieldSource("NAMES")
    void aLabelledPictureHasOneLabelHoweverOftenItIsLabelled(String name) throws Exception {
        byte[] once = label(name, bytes(name));
        assertOneLabel(name, once);
        byte[] other =
                container(name).label(Source.of(once), "{\"Label\":\"3\"}").bytes();
        assertOneLabel(name, label(name, other));
    }

    @ParameterizedTest
    @FieldSource("NAMES")
    void anUnlabelledPictureHasNoLabelAndNoFlaw(String name) throws Exception {
        Sightings seen = read(name, bytes(name));
        assertThat(seen.flaws()).isEmpty();
        assertThat(seen.unread()).isEmpty();
        assertThat(seen.sites()).hasSize(name.equals("444.jpg") ? 1 : 0);
    }

    @ParameterizedTest
    @FieldSource("NAMES")
    void aTruncatedPictureIsAFlawAndIsNotLabelled(String name) throws Exception {
        byte[] whole = label(name, bytes(name));
        for (int length : new int[] {0, 1, 3, 9, 40, whole.length / 2, whole.length - 1}) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThat(read(name, cut).flaws()).as(name + " " + length).isNotEmpty();
            assertThatExceptionOfType(LabelException.class)
                    .isThrownBy(() -> label(name, cut))
                    .matches(refused -> refused.code() == LabelException.Code.MALFORMED);
        }
    }

    /// Part of PG-9.2.
    @ParameterizedTest
    @ValueSource(strings = {"444.jpg", "lossy.webp", "animated.gif", "little-endian.tif"})
    void propertiesOfOthersInXmpSurvive(String name) throws Exception {
        byte[] labelled = label(name, label(name, bytes(name)));
        assertThat(latin1(labelled)).contains("Studio &lt;7&gt; &amp; co");
    }

    @Test
    void everyPlaceOfAPngIsReadAndCleared() throws Exception {
        String glued = "{\"AIGC\":{\"Label\":\"1\"}}";
        String hex = String.format("%040x", new BigInteger(1, latin1(packet("<TC260:AIGC>{}</TC260:AIGC>"))));
        List<byte[]> files = new ArrayList<>();
        byte[] png = bytes("made.png");
        files.add(withChunk(png, "tEXt", latin1("AIGC\0" + glued)));
        files.add(withChunk(png, "zTXt", concat(latin1("AIGC\0\0"), deflated(glued))));
        files.add(withChunk(png, "zTXt", concat(latin1("Comment\0\0"), deflated("Kept " + glued))));
        files.add(withChunk(png, "iTXt", latin1("Description\0\0\0\0\0Kept " + glued)));
        files.add(withChunk(png, "tEXt", latin1("Raw profile type xmp\0\nxmp\n" + hex.length() / 2 + "\n" + hex)));
        files.add(
                withChunk(png, "iTXt", latin1("XML:com.adobe.xmp\0\0\0\0\0" + packet("<TC260:AIGC>{}</TC260:AIGC>"))));
        files.add(withChunk(png, "prVt", latin1("Kept AIGC" + glued)));
        files.add(withChunk(png, "eXIf", exif(glued)));
        files.add(concat(png, latin1(glued)));
        for (byte[] file : files) {
            assertThat(read("a.png", file).sites()).hasSize(1);
            byte[] labelled = label("a.png", file);
            assertOneLabel("a.png", labelled);
            if (latin1(file).contains("Kept")) {
                assertThat(latin1(labelled)).contains("Kept");
            }
        }
    }

    @Test
    void everyPlaceOfAJpegIsReadAndCleared() throws Exception {
        String glued = "{\"AIGC\":{\"Label\":\"1\"}}";
        List<byte[]> files = new ArrayList<>();
        byte[] jpeg = bytes("made.jpg");
        files.add(withSegment(jpeg, 0xFE, latin1("Kept " + glued)));
        files.add(withSegment(jpeg, 0xE9, latin1("Kept AIGC{\"Label\":\"1\"}")));
        files.add(withSegment(jpeg, 0xE1, concat(latin1("Exif\0\0"), exif(glued))));
        files.add(withSegment(
                jpeg, 0xE1, latin1("http://ns.adobe.com/xap/1.0/\0" + packet("<TC260:AIGC>{}</TC260:AIGC>"))));
        files.add(concat(jpeg, latin1(glued)));
        for (byte[] file : files) {
            assertThat(read("a.jpg", file).sites()).hasSize(1);
            byte[] labelled = label("a.jpg", file);
            assertOneLabel("a.jpg", labelled);
            if (latin1(file).contains("Kept")) {
                assertThat(latin1(labelled)).contains("Kept");
            }
        }
    }

    /// A TIFF block whose only entry is an image description.
    private static byte[] exif(String description) {
        return ByteBuffer.allocate(26 + description.length())
                .put(latin1("MM\0*"))
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) 0x010E)
                .putShort((short) 2)
                .putInt(description.length())
                .putInt(26)
                .putInt(0)
                .put(latin1(description))
                .array();
    }

    private static byte[] deflated(String text) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(out)) {
            deflater.write(latin1(text));
        }
        return out.toByteArray();
    }

    @Test
    void propertiesThatLeaveNoRoomForTheLabelMoveIntoTheExtension() throws Exception {
        String large = packet("<dc:source>" + "s".repeat(64_900) + "</dc:source>");
        byte[] jpeg = withSegment(bytes("made.jpg"), 0xE1, latin1("http://ns.adobe.com/xap/1.0/\0" + large));
        byte[] once = label("a.jpg", jpeg);
        assertOneLabel("a.jpg", once);
        assertThat(latin1(once)).contains("HasExtendedXMP").contains("http://ns.adobe.com/xmp/extension/");
        byte[] twice = label("a.jpg", once);
        assertOneLabel("a.jpg", twice);
        assertThat(label("a.jpg", twice)).isEqualTo(twice);
        JpegSegments read = JpegSegments.read(Source.of(once), new Sightings());
        String guid = ExtendedXmp.named(once).orElseThrow();
        byte[] content = ExtendedXmp.read(read, guid).orElseThrow().content();
        assertThat(new String(content, StandardCharsets.UTF_8)).contains("sssss</dc:source>");
    }

    @Test
    void aLabelInTheExtensionIsReadAndCleared() throws Exception {
        ExtendedXmp extension = new ExtendedXmp(
                latin1(packet("<TC260:AIGC>{}</TC260:AIGC><dc:source>" + "s".repeat(100_000) + "</dc:source>")));
        byte[] jpeg = bytes("made.jpg");
        for (byte[] segment : extension.segments().reversed()) {
            jpeg = PictureFiles.insert(jpeg, 20, segment);
        }
        String note = "<xmpNote:HasExtendedXMP xmlns:xmpNote=\"http://ns.adobe.com/xmp/note/\">" + extension.guid()
                + "</xmpNote:HasExtendedXMP>";
        jpeg = withSegment(jpeg, 0xE1, latin1("http://ns.adobe.com/xap/1.0/\0" + packet(note)));
        assertThat(read("a.jpg", jpeg).sites()).extracting(LabelSite::place).containsExactly(Place.MISPLACED);
        byte[] labelled = label("a.jpg", jpeg);
        assertOneLabel("a.jpg", labelled);
        String guid = ExtendedXmp.named(labelled).orElseThrow();
        assertThat(guid).isNotEqualTo(extension.guid());
        assertThat(ExtendedXmp.read(JpegSegments.read(Source.of(labelled), new Sightings()), guid))
                .isPresent();
    }

    @Test
    void manifestsThatNoLongerFitAreLeftBehind() throws Exception {
        byte[] box = ByteBuffer.allocate(44)
                .put(latin1("JP"))
                .putShort((short) 7)
                .putInt(1)
                .putInt(36)
                .put(latin1("jumb"))
                .putInt(28)
                .put(latin1("jumdc2pa"))
                .array();
        byte[] other = box.clone();
        other[3] = 8;
        other[24] = 'x';
        byte[] jpeg = withSegment(withSegment(bytes("made.jpg"), 0xEB, box), 0xEB, other);
        assertThat(latin1(label("a.jpg", jpeg))).doesNotContain("jumdc2pa").contains("jumdx2pa");
        assertThat(latin1(label("a.png", withChunk(bytes("made.png"), "caBX", box))))
                .doesNotContain("caBX");
        Source webp =
                new WebpManifest().host(Source.of(bytes("lossy.webp")), box).file();
        assertThat(latin1(label("a.webp", webp.bytes()))).doesNotContain("jumdc2pa");
        Source gif =
                new GifManifest().host(Source.of(bytes("animated.gif")), box).file();
        assertThat(latin1(label("a.gif", gif.bytes()))).doesNotContain("jumdc2pa");
    }

    @Test
    void aManifestStoreIsFoundAgainInItsExcludedRange() throws Exception {
        byte[] store = new byte[1001];
        new Random(1).nextBytes(store);
        for (String name : List.of("lossy.webp", "lossless.webp", "animated.webp", "animated.gif")) {
            var host = name.endsWith("gif") ? new GifManifest() : new WebpManifest();
            Source labelled = container(name).label(Source.of(bytes(name)), JSON);
            assertThat(host.find(labelled)).isEmpty();
            var hosted = host.host(labelled, new byte[1001]);
            var again = host.host(hosted.file(), store);
            assertThat(again.excluded()).isEqualTo(hosted.excluded());
            assertThat(again.file().size()).isEqualTo(hosted.file().size());
            var found = host.find(again.file()).orElseThrow();
            assertThat(found.store().bytes()).isEqualTo(store);
            assertThat(found.excluded()).isEqualTo(again.excluded());
            byte[] before = hosted.file().bytes();
            byte[] after = again.file().bytes();
            var range = found.excluded().getFirst();
            Arrays.fill(before, (int) range.start(), (int) (range.start() + range.length()), (byte) 0);
            Arrays.fill(after, (int) range.start(), (int) (range.start() + range.length()), (byte) 0);
            assertThat(after).isEqualTo(before);
            assertOneLabel(name, again.file().bytes());
        }
    }

    @Test
    void furtherPicturesBehindTheFirstAreStillFoundByTheirIndex() throws Exception {
        byte[] second = bytes("444.jpg");
        byte[] clean = label("b.jpg", second);
        byte[] plain = bytes("made.jpg");
        byte[] index = ByteBuffer.allocate(4 + 8 + 2 + 12 + 4 + 32)
                .put(latin1("MPF\0MM\0*"))
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) 0xB002)
                .putShort((short) 7)
                .putInt(32)
                .putInt(26)
                .putInt(0)
                .array();
        byte[] first = withSegment(plain, 0xE2, index);
        int header = 20 + 4 + 4;
        ByteBuffer.wrap(first)
                .putInt(header + 26 + 4, first.length)
                .putInt(header + 42 + 4, plain.length)
                .putInt(header + 42 + 8, first.length - header);
        byte[] labelled = label("a.jpg", concat(first, plain));
        assertOneLabel("a.jpg", labelled);
        int moved = latin1(labelled).indexOf("MPF\0") + 4;
        ByteBuffer file = ByteBuffer.wrap(labelled);
        int start = moved + file.getInt(moved + 42 + 8);
        assertThat(Arrays.copyOfRange(labelled, start, labelled.length)).isEqualTo(plain);
        assertThat(file.getInt(moved + 26 + 4)).isEqualTo(start);
        assertThatExceptionOfType(LabelException.class)
                .isThrownBy(() -> label("a.jpg", concat(first, clean)))
                .matches(refused -> refused.code() == LabelException.Code.UNSUPPORTED);
    }

    @Test
    void bigTiffIsRefusedByName() throws Exception {
        byte[] big = latin1("II+\0\u0008\0\0\0\u0010\0\0\0\0\0\0\0");
        assertThat(read("a.tif", big).unread()).isNotEmpty();
        assertThatExceptionOfType(LabelException.class)
                .isThrownBy(() -> label("a.tif", big))
                .withMessageContaining("BigTIFF");
    }
}
