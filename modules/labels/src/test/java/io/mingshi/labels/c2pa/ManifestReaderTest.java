package io.mingshi.labels.c2pa;

import static io.mingshi.labels.c2pa.SmallFiles.JSON;
import static io.mingshi.labels.c2pa.SmallFiles.SIGNER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingshi.labels.container.Bytes;
import io.mingshi.labels.container.Container;
import io.mingshi.labels.container.ManifestHost;
import io.mingshi.labels.container.ManifestHost.Range;
import io.mingshi.labels.container.Sightings;
import io.mingshi.labels.container.image.JpegContainer;
import io.mingshi.labels.container.image.JpegManifest;
import io.mingshi.labels.container.image.PngContainer;
import io.mingshi.labels.container.image.PngManifest;
import io.mingshi.labels.source.Source;
import io.mingshi.labels.source.Splice;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is signed reads back, and what was changed is found out.
class ManifestReaderTest {
    private static final String WHO = "CN=Mingshi development signer,O=Mingshi development";
    private static final ManifestHost PNG = new PngManifest();
    private static final ManifestHost JPEG = new JpegManifest();
    private static final byte[] PNG_PICTURE = SmallFiles.picture("png", 64, 48);
    private static final byte[] JPEG_PICTURE = SmallFiles.picture("jpeg", 64, 48);

    @TempDir
    private Path folder;

    private static byte[] signed(ManifestHost host, byte[] file) throws IOException {
        return SIGNER.sign(host, Source.of(file), JSON).bytes();
    }

    private static ManifestReport check(ManifestHost host, byte[] file) throws IOException {
        return ManifestReader.check(host, Source.of(file), SmallFiles.trust());
    }

    @Test
    void aSignedFileIsTrustedAndSaysWhatItsLabelSays() throws Exception {
        ManifestReport trusted = new ManifestReport.Trusted(WHO, true, Optional.of(JSON));
        assertThat(check(PNG, signed(PNG, PNG_PICTURE))).isEqualTo(trusted);
        assertThat(check(JPEG, signed(JPEG, JPEG_PICTURE))).isEqualTo(trusted);
        assertThat(check(new FilmHost(), signed(new FilmHost(), FilmHost.film(100))))
                .isEqualTo(trusted);
    }

    @Test
    void aFileWithoutAManifestHasNone() throws Exception {
        assertThat(check(PNG, PNG_PICTURE)).isEqualTo(new ManifestReport.Absent());
        assertThat(check(JPEG, JPEG_PICTURE)).isEqualTo(new ManifestReport.Absent());
    }

    @Test
    void signingMovesNothingButTheManifestIn() throws Exception {
        for (ManifestHost host : List.of(PNG, JPEG)) {
            byte[] before = host == PNG ? PNG_PICTURE : JPEG_PICTURE;
            byte[] after = signed(host, before);
            List<Range> places = host.find(Source.of(after)).orElseThrow().excluded();
            long start = places.getFirst().start();
            long end = places.getLast().start() + places.getLast().length();
            assertThat(Bytes.slice(after, 0, (int) start)).isEqualTo(Bytes.slice(before, 0, (int) start));
            assertThat(Bytes.slice(after, (int) end, (int) (after.length - end)))
                    .isEqualTo(Bytes.slice(before, (int) start, (int) (before.length - start)));
        }
    }

    @Test
    void aFileSignedAgainHasOneManifest() throws Exception {
        for (ManifestHost host : List.of(PNG, JPEG)) {
            byte[] once = signed(host, host == PNG ? PNG_PICTURE : JPEG_PICTURE);
            byte[] twice = signed(host, once);
            assertThat(twice).hasSameSizeAs(once).isNotEqualTo(once);
            assertThat(check(host, twice)).isInstanceOf(ManifestReport.Trusted.class);
        }
    }

    @Test
    void aManifestLongerThanASegmentIsCutAndJoined() throws Exception {
        String json = JSON.replace("ProduceID\":\"9", "ProduceID\":\"" + "9".repeat(200_000));
        byte[] file = SIGNER.sign(JPEG, Source.of(JPEG_PICTURE), json).bytes();
        assertThat(JPEG.find(Source.of(file)).orElseThrow().excluded()).hasSize(4);
        assertThat(check(JPEG, file)).isEqualTo(new ManifestReport.Trusted(WHO, true, Optional.of(json)));
    }

    @Test
    void otherBoxesInJpegStay() throws Exception {
        byte[] other = Bytes.latin1("\u00FF\u00EB\0\u001AJP\0\u0001\0\0\0\u0001\0\0\0\u0010jumbWHATEVER");
        byte[] with = insert(JPEG_PICTURE, 20, other);
        byte[] signed = signed(JPEG, with);
        assertThat(Bytes.latin1(signed, 0, signed.length)).contains(Bytes.latin1(other, 0, other.length));
        assertThat(check(JPEG, signed)).isInstanceOf(ManifestReport.Trusted.class);
        assertThat(signed(JPEG, signed)).hasSameSizeAs(signed);
    }

    @Test
    void furtherPicturesInJpegAreStillFoundByTheirIndex() throws Exception {
        int header = 20 + 4 + 4;
        byte[] index = ByteBuffer.allocate(4 + 66)
                .put(Bytes.latin1("\u00FF\u00E2\0\u0044MPF\0MM\0*\0\0\0\u0008\0\u0001\u00B0\u0002\0\u0007"))
                .putInt(32)
                .putInt(26)
                .array();
        byte[] first = insert(JPEG_PICTURE, 20, index);
        ByteBuffer.wrap(first)
                .putInt(header + 26 + 4, first.length)
                .putInt(header + 42 + 4, JPEG_PICTURE.length)
                .putInt(header + 42 + 8, first.length - header);
        byte[] signed = signed(JPEG, signed(JPEG, insert(first, first.length, JPEG_PICTURE)));
        int moved = Bytes.latin1(signed, 0, signed.length).indexOf("MPF\0") + 4;
        int second = moved + ByteBuffer.wrap(signed).getInt(moved + 42 + 8);
        assertThat(Bytes.slice(signed, second, signed.length - second)).isEqualTo(JPEG_PICTURE);
        assertThat(ByteBuffer.wrap(signed).getInt(moved + 26 + 4)).isEqualTo(second);
        assertThat(check(JPEG, signed)).isInstanceOf(ManifestReport.Trusted.class);
    }

    @Test
    void aSignedFileStillHasItsOneLabel() throws Exception {
        for (Container container : List.of(new PngContainer(), new JpegContainer())) {
            boolean png = container instanceof PngContainer;
            Source labelled = container.label(Source.of(png ? PNG_PICTURE : JPEG_PICTURE), JSON);
            Source signed = SIGNER.sign(png ? PNG : JPEG, labelled, JSON);
            Sightings seen = container.read(signed);
            assertThat(seen.sites())
                    .singleElement()
                    .satisfies(site -> assertThat(site.text()).isEqualTo(JSON));
            assertThat(seen.flaws()).isEmpty();
            assertThat(seen.unread()).isEmpty();
            assertThat(check(png ? PNG : JPEG, container.label(signed, JSON).bytes()))
                    .isEqualTo(new ManifestReport.Absent());
        }
    }

    private static byte[] insert(byte[] file, int at, byte[] part) throws IOException {
        return Splice.replace(Source.of(file), at, 0, part).bytes();
    }

    @Test
    void anyChangedByteOfContentOrManifestIsFoundOut() throws Exception {
        for (ManifestHost host : List.of(PNG, JPEG)) {
            byte[] file = signed(host, host == PNG ? PNG_PICTURE : JPEG_PICTURE);
            Range manifest = host.find(Source.of(file)).orElseThrow().excluded().getFirst();
            int trusted = 0;
            for (int at = 0; at < file.length; at += 7) {
                byte[] changed = file.clone();
                changed[at] ^= 1;
                if (check(host, changed) instanceof ManifestReport.Trusted) {
                    trusted++;
                    assertThat((long) at).isBetween(manifest.start(), manifest.start() + manifest.length());
                }
            }
            // Some bytes of the wrapping say nothing: the checksum, content types, the empty unprotected header.
            assertThat(trusted).isLessThan(30);
        }
    }

    @Test
    void appendedBytesAreFoundOut() throws Exception {
        byte[] file = signed(PNG, PNG_PICTURE);
        assertThat(check(PNG, insert(file, file.length, new byte[] {1})))
                .isEqualTo(new ManifestReport.Broken("the file was changed after it was signed"));
    }

    @Test
    void theManifestOfAnotherPictureIsFoundOut() throws Exception {
        byte[] first = signed(PNG, PNG_PICTURE);
        byte[] store = PNG.find(Source.of(first)).orElseThrow().store().bytes();
        byte[] other = SmallFiles.picture("png", 32, 32);
        assertThat(check(PNG, PNG.host(Source.of(other), store).file().bytes()))
                .isInstanceOf(ManifestReport.Broken.class);
    }

    @Test
    void aManifestThatLeavesOutMoreThanItselfIsNotBelieved() throws Exception {
        byte[] picture = PNG_PICTURE.clone();
        ManifestHost greedy = new ManifestHost() {
            @Override
            public Optional<Found> find(Source file) throws IOException {
                return PNG.find(file);
            }

            @Override
            public Hosted host(Source file, byte[] store) throws IOException {
                Hosted hosted = PNG.host(file, store);
                Range range = hosted.excluded().getFirst();
                return new Hosted(hosted.file(), List.of(new Range(range.start(), range.length() + 40)));
            }
        };
        byte[] signed = SIGNER.sign(greedy, Source.of(picture), JSON).bytes();
        assertThat(check(PNG, signed)).isInstanceOf(ManifestReport.Unread.class);
    }

    @Test
    void anUnknownAuthorityLeavesTheSignerOpen() throws Exception {
        Source file = Source.of(signed(PNG, PNG_PICTURE));
        Path other = folder.resolve("other");
        DevelopmentCa.create(other, Clock.systemUTC());
        for (Trust trust : List.of(Trust.nobody(), Trust.in(other.resolve(DevelopmentCa.ROOT)))) {
            assertThat(ManifestReader.check(PNG, file, trust)).isInstanceOf(ManifestReport.Intact.class);
        }
    }

    @Test
    void anExpiredCertificateIsNotTrusted() throws Exception {
        Source file = Source.of(signed(PNG, PNG_PICTURE));
        Trust later = new Trust(SmallFiles.trust().anchors(), Clock.offset(Clock.systemUTC(), Duration.ofDays(366)));
        assertThat(ManifestReader.check(PNG, file, later))
                .isInstanceOfSatisfying(
                        ManifestReport.Intact.class,
                        intact -> assertThat(intact.untrusted()).contains("EXPIRED"));
    }

    @Test
    void theRootItselfMaySignNoManifest() {
        assertThat(SmallFiles.trust().objection(SmallFiles.trust().anchors()))
                .hasValueSatisfying(sentence -> assertThat(sentence).contains("that of an authority"));
    }

    @Test
    void aKeyThatDoesNotBelongToTheCertificateIsRefused() throws Exception {
        DevelopmentCa.create(folder, Clock.systemUTC());
        Path foreign = SmallFiles.AUTHORITY.resolve(DevelopmentCa.KEY);
        assertThatThrownBy(() -> SigningCredential.read(folder.resolve(DevelopmentCa.CHAIN), foreign))
                .hasMessageContaining("does not belong");
        assertThat(Files.getPosixFilePermissions(foreign)).hasSize(2);
    }
}
