package io.mingshi.labels;

import static io.mingshi.labels.Samples.ID;
import static io.mingshi.labels.Samples.OTHER_PRODUCER;
import static io.mingshi.labels.Samples.PRODUCER;
import static io.mingshi.labels.Samples.chunk;
import static io.mingshi.labels.Samples.concat;
import static io.mingshi.labels.Samples.jpeg;
import static io.mingshi.labels.Samples.latin1;
import static io.mingshi.labels.Samples.picture;
import static io.mingshi.labels.Samples.png;
import static io.mingshi.labels.Samples.wav;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.mingshi.testkit.Requirement;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LabelEngineTest {
    private final LabelEngine engine = new LabelEngine(PRODUCER);
    private final LabelVerifier verifier = new LabelVerifier();

    private static byte[] sample(MediaType type) {
        return switch (type) {
            case TEXT -> "Good morning, 世界".getBytes(StandardCharsets.UTF_8);
            case PNG -> png(320, 200);
            case JPEG -> jpeg(320, 200);
            case WAV -> wav(16_000, 1, 16);
            default -> throw new AssertionError("no sample of " + type);
        };
    }

    /// Part of GB-3.1.
    @Requirement({"LAB-05.1", "PG-X.1"})
    @ParameterizedTest
    @EnumSource(names = {"TEXT", "PNG", "JPEG", "WAV"})
    void everyFormatIsLabelledAndReadsBackEqual(MediaType type) {
        LabeledContent labelled = engine.label(type, sample(type), ID);
        VerificationReport report = verifier.verify(labelled.bytes());
        assertThat(report.verdict()).isEqualTo(Verdict.COMPLIANT);
        assertThat(report.type()).contains(type);
        assertThat(labelled.label()).isEqualTo(AigcLabel.generated(PRODUCER, ID));
        if (type != MediaType.TEXT) {
            assertThat(report.label()).contains(labelled.label());
        }
        assertThat(verifier.verify(sample(type)).verdict()).isEqualTo(Verdict.NOT_FOUND);
    }

    @Requirement("GB-6.1")
    @ParameterizedTest
    @EnumSource(names = {"TEXT", "PNG", "JPEG", "WAV"})
    void labellingTwiceLeavesOneLabelAndThatIsTheLast(MediaType type) {
        byte[] once = new LabelEngine(OTHER_PRODUCER)
                .label(type, sample(type), "first")
                .bytes();
        byte[] twice = engine.label(type, once, ID).bytes();
        VerificationReport report = verifier.verify(twice);
        assertThat(report.verdict()).isEqualTo(Verdict.COMPLIANT);
        if (type == MediaType.TEXT || type == MediaType.WAV) {
            assertThat(engine.label(type, twice, ID).bytes()).isEqualTo(twice);
        } else {
            assertThat(report.label()).contains(AigcLabel.generated(PRODUCER, ID));
        }
    }

    @Requirement("PG-9.3")
    @ParameterizedTest
    @EnumSource(names = {"PNG", "JPEG", "WAV"})
    void quotesAndMarkupInAValueSurvive(MediaType type) {
        String produceId = "a\"b&c<d>'e&quot;]]>";
        LabeledContent labelled = engine.label(type, sample(type), produceId);
        assertThat(verifier.verify(labelled.bytes()).label().orElseThrow().produceId())
                .isEqualTo(produceId);
    }

    /// Part of GB-5.1.
    @Requirement("LAB-04.1")
    @Test
    void aTextBeginsWithANoticeOfBothElements() {
        String text = new String(
                engine.label(MediaType.TEXT, sample(MediaType.TEXT), ID).bytes(), StandardCharsets.UTF_8);
        assertThat(text).isEqualTo(engine.textNotice() + "Good morning, 世界");
        assertThat(ExplicitWording.conforms(engine.textNotice())).isTrue();
    }

    @Test
    void aStreamedTextIsAcceptedOnlyIfTheNoticeWasSentFirst() {
        LabeledContent sent = engine.labelStreamed(engine.textNotice() + "Hello", ID);
        assertThat(sent.bytes()).isEqualTo((engine.textNotice() + "Hello").getBytes(StandardCharsets.UTF_8));
        assertThatExceptionOfType(LabelException.class)
                .isThrownBy(() -> engine.labelStreamed("Hello" + engine.textNotice(), ID))
                .matches(e -> e.code() == LabelException.Code.READ_BACK_FAILED);
    }

    @Requirement("PG-9.2")
    @Test
    void propertiesOfOthersInXmpSurvive() {
        String xmp =
                "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"
                        + "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" dc:format=\"a&amp;b\""
                        + " xmlns:T=\"http://www.tc260.org.cn/ns/AIGC/1.0/\" T:AIGC=\"{}\"><dc:source>Studio &lt;7&gt;</dc:source>"
                        + "</rdf:Description></rdf:RDF></x:xmpmeta>";
        byte[] jpeg = Samples.withJpegSegment(jpeg(100, 100), 0xE1, latin1("http://ns.adobe.com/xap/1.0/\0" + xmp));
        byte[] png = Samples.withPngChunk(png(100, 100), "iTXt", latin1("XML:com.adobe.xmp\0\0\0\0\0" + xmp));
        for (LabeledContent labelled :
                List.of(engine.label(MediaType.JPEG, jpeg, ID), engine.label(MediaType.PNG, png, ID))) {
            assertThat(new String(labelled.bytes(), StandardCharsets.ISO_8859_1))
                    .contains("<dc:source>Studio &lt;7")
                    .contains("dc:format=\"a&amp;b\"")
                    .doesNotContain("T:AIGC");
        }
    }

    @Test
    void transparencyAndColourChunksOfAPngSurvive() {
        BufferedImage clear = new BufferedImage(200, 100, BufferedImage.TYPE_INT_ARGB);
        byte[] gamma =
                Samples.withPngChunk(Samples.encode(clear, "png"), "gAMA", new byte[] {0, 0, (byte) 0xB1, (byte) 0x8F});
        byte[] labelled = engine.label(MediaType.PNG, gamma, ID).bytes();
        assertThat(Samples.decode(labelled).getRGB(5, 5) >>> 24).isZero();
        assertThat(new String(labelled, StandardCharsets.ISO_8859_1)).contains("gAMA");
    }

    @ParameterizedTest
    @CsvSource({"10,png", "11,png", "12,png", "13,png", "10,jpeg", "5,jpeg", "2,png", "6,png"})
    void everyPixelFormOfAPictureKeepsItsColours(int imageType, String format) {
        BufferedImage before = picture(160, 120, imageType);
        MediaType type = format.equals("png") ? MediaType.PNG : MediaType.JPEG;
        BufferedImage after = Samples.decode(
                engine.label(type, Samples.encode(before, format), ID).bytes());
        BufferedImage decoded = Samples.decode(Samples.encode(before, format));
        for (int[] at : List.of(new int[] {5, 5}, new int[] {80, 60}, new int[] {150, 10})) {
            int difference = 0;
            for (int band = 0; band < Math.min(3, decoded.getRaster().getNumBands()); band++) {
                if (imageType != 12 && imageType != 13) {
                    int shift = imageType == 11 ? 8 : 0;
                    difference += Math.abs((decoded.getRaster().getSample(at[0], at[1], band) >> shift)
                            - after.getRaster().getSample(at[0], at[1], band));
                } else {
                    difference = decoded.getRGB(at[0], at[1]) - after.getRGB(at[0], at[1]);
                }
            }
            assertThat(difference).isLessThan(24);
        }
    }

    @Test
    void aTurnedPhotographComesOutUpright() {
        byte[] exif = ByteBuffer.allocate(6 + 26)
                .put(latin1("Exif\0\0MM\0*"))
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) 6)
                .array();
        byte[] turned = Samples.withJpegSegment(jpeg(300, 200), 0xE1, exif);
        BufferedImage upright =
                Samples.decode(engine.label(MediaType.JPEG, turned, ID).bytes());
        assertThat(upright.getWidth()).isEqualTo(200);
        assertThat(upright.getHeight()).isEqualTo(300);
        assertThat(upright.getRGB(197, 3) & 0xFF).as("the orange corner").isLessThan(60);
    }

    /// Part of PG-10.1.
    @Requirement("LAB-04.2")
    @ParameterizedTest
    @CsvSource({
        "8000,1,8",
        "11025,2,8",
        "16000,1,16",
        "22050,1,16",
        "24000,1,16",
        "44100,2,16",
        "48000,2,24",
        "96000,6,16",
        "4000,1,8"
    })
    void everyPcmFormKeepsItsSamplesBehindThePrompt(int rate, int channels, int bits) {
        byte[] before = wav(rate, channels, bits, rate / 2 * 2 + 1);
        byte[] after = engine.label(MediaType.WAV, before, ID).bytes();
        ByteBuffer riff = ByteBuffer.wrap(after).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(riff.getInt(4)).isEqualTo(after.length - 8);
        assertThat(after.length % 2).isZero();
        int data = riff.getInt(40);
        int unit = rate / 10;
        int promptFrames = 5 * unit + 2 * (3 * rate / 10) + 5 * rate / 10;
        int samples = promptFrames * channels * bits / 8;
        byte[] content = Arrays.copyOfRange(after, 44 + samples, 44 + data);
        int written = ByteBuffer.wrap(before).order(ByteOrder.LITTLE_ENDIAN).getInt(40);
        assertThat(content).isEqualTo(Arrays.copyOfRange(before, 44, 44 + written));
    }

    @Test
    void otherChunksOfAWavStayAndMisplacedLabelsGo() {
        byte[] info = concat(latin1("INFO"), chunk("INAM", latin1("A title")), chunk("AIGC", latin1("{}")));
        byte[] wav = Samples.withChunk(Samples.withChunk(wav(16_000, 1, 16), "LIST", info), "AIGC", latin1("{}"));
        assertThat(verifier.verify(wav).has(Finding.Code.MORE_THAN_ONE)).isTrue();
        byte[] labelled = engine.label(MediaType.WAV, wav, ID).bytes();
        assertThat(new String(labelled, StandardCharsets.ISO_8859_1))
                .contains("A title")
                .containsOnlyOnce("AIGC");
    }

    @Test
    void aWavWhoseSizesWereLeftOpenGetsTrueOnes() {
        byte[] streamed = wav(16_000, 1, 16);
        ByteBuffer.wrap(streamed).order(ByteOrder.LITTLE_ENDIAN).putInt(4, -1).putInt(40, -1);
        assertThat(engine.label(MediaType.WAV, streamed, ID).bytes())
                .isEqualTo(engine.label(MediaType.WAV, wav(16_000, 1, 16), ID).bytes());
    }

    @Test
    void unreadableMetadataIsLeftBehindWithoutRefusingThePicture() {
        byte[] jpeg = Samples.withJpegSegment(jpeg(100, 100), 0xE1, latin1("http://ns.adobe.com/xap/1.0/\0<broken"));
        byte[] trailing = concat(Samples.withJpegSegment(jpeg, 0xE1, latin1("Exif\0\0broken")), png(70, 70));
        byte[] png = Samples.withPngChunk(png(100, 100), "iTXt", latin1("broken"));
        assertThat(verifier.verify(engine.label(MediaType.JPEG, trailing, ID).bytes())
                        .verdict())
                .isEqualTo(Verdict.COMPLIANT);
        assertThat(verifier.verify(engine.label(MediaType.PNG, png, ID).bytes()).verdict())
                .isEqualTo(Verdict.COMPLIANT);
    }

    @Requirement({"PG-X.3", "GB-5.2d"})
    @Test
    void whatCannotBeLabelledIsRefusedByName() {
        byte[] cut = Arrays.copyOf(png(100, 100), 200);
        byte[] huge = png(100, 100);
        ByteBuffer.wrap(huge).putInt(16, 100_000).putInt(20, 100_000);
        CRC32 header = new CRC32();
        header.update(huge, 12, 17);
        ByteBuffer.wrap(huge).putInt(29, (int) header.getValue());
        byte[] floats = wav(16_000, 1, 16);
        floats[20] = 3;
        byte[] animated = Samples.withPngChunk(png(100, 100), "acTL", new byte[8]);
        assertThat(refusal(MediaType.PNG, png(63, 500))).isEqualTo(LabelException.Code.ILLEGIBLE);
        assertThat(refusal(MediaType.PNG, cut)).isEqualTo(LabelException.Code.MALFORMED);
        assertThat(refusal(MediaType.PNG, jpeg(100, 100))).isEqualTo(LabelException.Code.MALFORMED);
        assertThat(refusal(MediaType.PNG, huge)).isEqualTo(LabelException.Code.TOO_LARGE);
        assertThat(refusal(MediaType.PNG, animated)).isEqualTo(LabelException.Code.UNSUPPORTED);
        assertThat(refusal(MediaType.JPEG, new byte[0])).isEqualTo(LabelException.Code.MALFORMED);
        assertThat(refusal(MediaType.WAV, floats)).isEqualTo(LabelException.Code.UNSUPPORTED);
        assertThat(refusal(MediaType.TEXT, new byte[] {(byte) 0xC3, 0x28})).isEqualTo(LabelException.Code.UNSUPPORTED);
        assertThat(refusal(MediaType.TEXT, new byte[LabelEngine.MAX_BYTES + 1]))
                .isEqualTo(LabelException.Code.TOO_LARGE);
    }

    private LabelException.Code refusal(MediaType type, byte[] content) {
        try {
            throw new AssertionError(engine.label(type, content, ID));
        } catch (LabelException e) {
            assertThat(e.getMessage()).isNotBlank();
            return e.code();
        }
    }

    @Test
    void manyThreadsShareOneEngine() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<LabeledContent>> all = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                MediaType type = List.of(MediaType.TEXT, MediaType.PNG, MediaType.JPEG, MediaType.WAV)
                        .get(i % 4);
                String id = "work-" + i;
                all.add(threads.submit(() -> engine.label(type, sample(type), id)));
            }
            for (int i = 0; i < all.size(); i++) {
                assertThat(all.get(i).get().produceId()).isEqualTo("work-" + i);
            }
        }
    }
}
