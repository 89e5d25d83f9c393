package io.mingshi.labels;

import static io.mingshi.labels.Samples.OTHER_PRODUCER;
import static io.mingshi.labels.Samples.PRODUCER;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.mingshi.labels.ExplicitPolicy.Place;
import io.mingshi.labels.c2pa.C2paSigner;
import io.mingshi.labels.c2pa.DevelopmentCa;
import io.mingshi.labels.c2pa.SigningCredential;
import io.mingshi.labels.c2pa.Trust;
import io.mingshi.labels.container.Perceived;
import io.mingshi.labels.securitydata.Sm2Key;
import io.mingshi.labels.securitydata.Sm2LabelSigner;
import io.mingshi.labels.source.Sink;
import io.mingshi.labels.source.Source;
import io.mingshi.labels.watermark.WatermarkKey;
import io.mingshi.testkit.Requirement;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The engine over all formats, with files that other programs made.
class EveryFormatTest {
    /// Formats that take metadata only.
    private static final Set<MediaType> METADATA_ONLY = EnumSet.of(
            MediaType.JSON,
            MediaType.XLSX,
            MediaType.PPTX,
            MediaType.TIFF,
            MediaType.HEIF,
            MediaType.AVIF,
            MediaType.FLV,
            MediaType.AVI);

    private static final String THEIR_PLATFORM = OTHER_PRODUCER.value();

    private final LabelEngine engine = new LabelEngine(PRODUCER);
    private final LabelVerifier verifier = new LabelVerifier();

    @TempDir
    private Path folder;

    private static byte[] sample(MediaType type) throws IOException {
        return SampleFiles.of(type);
    }

    private LabelRequest request(MediaType type, String id) {
        LabelRequest request = engine.request(id);
        return METADATA_ONLY.contains(type) ? request.with(ExplicitPolicy.NONE) : request;
    }

    @Requirement({"LAB-05.1", "PG-X.1"})
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "TEXT")
    void aLabelledFileReadsBackEqual(MediaType type) throws IOException {
        Path target = folder.resolve("labelled." + type.ending());
        LabelReceipt receipt = engine.label(type, Source.of(sample(type)), request(type, "work-1"), Sink.file(target));
        VerificationReport report = verifier.verify(target);
        assertThat(report.verdict()).as(report.toString()).isEqualTo(Verdict.COMPLIANT);
        assertThat(report.type()).contains(type);
        assertThat(report.label()).contains(receipt.label()).contains(AigcLabel.generated(PRODUCER, "work-1"));
        if (!METADATA_ONLY.contains(type)) {
            assertThat(report.explicit()).isInstanceOf(Perceived.Found.class);
        }
        assertThat(Files.list(folder)).containsExactly(target);
    }

    @Requirement("GB-6.1")
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "TEXT")
    void aSecondLabelReplacesTheFirst(MediaType type) throws IOException {
        LabelRequest first =
                LabelRequest.of(AigcLabel.generated(OTHER_PRODUCER, "first")).with(ExplicitPolicy.NONE);
        byte[] once = engine.label(type, sample(type), first).bytes();
        byte[] twice = engine.label(type, once, engine.request("second").with(ExplicitPolicy.NONE))
                .bytes();
        VerificationReport report = verifier.verify(twice);
        assertThat(report.verdict()).as(report.toString()).isEqualTo(Verdict.COMPLIANT);
        assertThat(report.label()).contains(AigcLabel.generated(PRODUCER, "second"));
    }

    /// Part of LAB-06.5.
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "TEXT")
    void aPropagatorIsAddedWithoutTouchingTheProducer(MediaType type) throws IOException {
        AigcLabel produced = new AigcLabel("1", "某某科技有限公司", "theirs", "", THEIR_PLATFORM, "there", "");
        byte[] theirs = engine.label(
                        type, sample(type), LabelRequest.of(produced).with(ExplicitPolicy.NONE))
                .bytes();
        AigcLabel spread = produced.propagatedBy(PRODUCER, "ours");
        byte[] ours = engine.label(type, theirs, LabelRequest.of(spread).with(ExplicitPolicy.NONE))
                .bytes();
        assertThat(verifier.verify(ours).label()).contains(spread);
    }

    @Requirement("LAB-09.3")
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "TEXT")
    void withoutExplicitLabelTheImplicitOneIsStillThere(MediaType type) throws IOException {
        byte[] labelled = engine.label(
                        type, sample(type), engine.request("work-2").with(ExplicitPolicy.NONE))
                .bytes();
        VerificationReport report = verifier.verify(labelled);
        assertThat(report.label()).contains(AigcLabel.generated(PRODUCER, "work-2"));
        assertThat(report.has(Finding.Code.EXPLICIT_FOUND)).isFalse();
    }

    @Requirement("PG-X.2")
    @ParameterizedTest
    @EnumSource(names = {"PNG", "JPEG", "WEBP", "GIF", "PDF", "DOCX", "WAV", "OGG", "MP4", "AVI", "HEIF"})
    void halfAFileIsInconclusive(MediaType type) throws IOException {
        byte[] labelled = engine.label(
                        type, sample(type), engine.request("work-3").with(ExplicitPolicy.NONE))
                .bytes();
        byte[] half = Arrays.copyOf(labelled, labelled.length * 2 / 3);
        assertThat(verifier.verify(half).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @ParameterizedTest
    @EnumSource(names = {"PNG", "JPEG", "WEBP", "GIF", "WAV", "MP3", "FLAC", "M4A", "MP4", "MOV"})
    void everyLayerGoesIntoOneFileAndIsTrusted(MediaType type) throws IOException {
        DevelopmentCa.create(Files.createDirectory(folder.resolve("ca")), Clock.systemUTC());
        Path ca = folder.resolve("ca");
        LabelRequest all = engine.request("work-4")
                .signedBy(new Sm2LabelSigner(Sm2Key.generate()))
                .withManifestBy(new C2paSigner(
                        SigningCredential.read(ca.resolve(DevelopmentCa.CHAIN), ca.resolve(DevelopmentCa.KEY)),
                        "test"));
        byte[] labelled = engine.label(type, sample(type), all).bytes();
        VerificationReport report =
                new LabelVerifier(VerifyOptions.PUBLIC.with(Trust.in(ca.resolve(DevelopmentCa.ROOT)))).verify(labelled);
        assertThat(report.verdict()).as(report.toString()).isEqualTo(Verdict.COMPLIANT);
        assertThat(report.has(Finding.Code.C2PA_TRUSTED)).as(report.toString()).isTrue();
        assertThat(report.has(Finding.Code.SECURITY_DATA_INTACT)).isTrue();
        labelled[labelled.length - 1] ^= 1;
        assertThat(new LabelVerifier().verify(labelled).verdict()).isNotEqualTo(Verdict.COMPLIANT);
    }

    /// Part of LAB-10.1 and LAB-10.2.
    @ParameterizedTest
    @EnumSource(names = {"PNG", "JPEG", "WEBP"})
    void aWatermarkTellsThatALabelWasRemovedOrMoved(MediaType type) throws IOException {
        WatermarkKey key = WatermarkKey.of("a secret of the tests".getBytes(UTF_8));
        LabelVerifier reader = new LabelVerifier(VerifyOptions.PUBLIC.with(key));
        byte[] marked = engine.label(
                        type,
                        SampleFiles.photograph(type),
                        engine.request("work-5").watermarkedWith(key))
                .bytes();
        assertThat(reader.verify(marked).verdict()).isEqualTo(Verdict.COMPLIANT);
        assertThat(reader.verify(marked).watermark()).hasValue(key.idOf(PRODUCER.value(), "work-5"));
        byte[] moved = engine.label(type, marked, engine.request("another").with(ExplicitPolicy.NONE))
                .bytes();
        assertThat(reader.verify(moved).has(Finding.Code.LAYERS_DISAGREE)).isTrue();
        byte[] stripped = SampleFiles.pixels(type, marked);
        assertThat(reader.verify(stripped).has(Finding.Code.LABEL_REMOVED)).isTrue();
        assertThat(new LabelVerifier(VerifyOptions.PUBLIC.with(WatermarkKey.of(new byte[16])))
                        .verify(marked)
                        .watermark())
                .isEmpty();
    }

    @Test
    void soundAndFilmCarryAWatermarkThroughTheEngine() throws IOException {
        WatermarkKey key = WatermarkKey.of(new byte[32]);
        LabelRequest request = engine.request("work-6").watermarkedWith(key);
        for (MediaType type : EnumSet.of(MediaType.FLAC, MediaType.MP4)) {
            byte[] marked =
                    engine.label(type, SampleFiles.tenSeconds(type), request).bytes();
            VerificationReport report = new LabelVerifier(VerifyOptions.PUBLIC.with(key)).verify(marked);
            assertThat(report.watermark()).as(type.name()).hasValue(key.idOf(PRODUCER.value(), "work-6"));
            assertThat(report.verdict()).isEqualTo(Verdict.COMPLIANT);
        }
    }

    @Test
    void textsAndSoundsCarryTheirLabelWhereItWasWanted() throws IOException {
        ExplicitPolicy places = new ExplicitPolicy(
                EnumSet.allOf(Place.class), ExplicitPolicy.Corner.TOP_LEFT, false, Optional.empty(), false);
        LabelRequest request = engine.request("work-7").with(places);
        for (MediaType type :
                EnumSet.of(MediaType.TEXT, MediaType.MARKDOWN, MediaType.HTML, MediaType.WAV, MediaType.PNG)) {
            assertThat(engine.label(type, sample(type), request).length()).isPositive();
        }
    }

    @Test
    void nothingIsLeftBehindWhenSomethingFails() throws IOException {
        Path target = Files.writeString(folder.resolve("target.png"), "precious");
        Source broken = Source.of(Arrays.copyOf(sample(MediaType.PNG), 300));
        assertThatExceptionOfType(LabelException.class)
                .isThrownBy(() -> engine.label(MediaType.PNG, broken, engine.request("w"), Sink.file(target)));
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("the disk is full");
            }
        };
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> engine.label(
                        MediaType.PNG, Source.of(sample(MediaType.PNG)), engine.request("w"), Sink.stream(full)));
        assertThat(Files.readString(target)).isEqualTo("precious");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(target);
        }
    }

    @Test
    void aStreamGetsTheWholeFile() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        LabelReceipt receipt =
                engine.label(MediaType.GIF, Source.of(sample(MediaType.GIF)), engine.request("w"), Sink.stream(out));
        assertThat(out.size()).isEqualTo(Math.toIntExact(receipt.size()));
        assertThat(verifier.verify(out.toByteArray()).verdict()).isEqualTo(Verdict.COMPLIANT);
    }
}
