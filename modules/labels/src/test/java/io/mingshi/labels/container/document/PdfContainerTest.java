package io.mingshi.labels.container.document;

import static io.mingshi.labels.container.document.Labelled.JSON;
import static io.mingshi.labels.container.document.Labelled.OTHER;
import static io.mingshi.labels.container.document.Labelled.golden;
import static io.mingshi.labels.container.document.Labelled.read;
import static io.mingshi.labels.container.document.Labelled.sites;
import static io.mingshi.labels.container.document.Labelled.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.mingshi.labels.LabelException;
import io.mingshi.labels.LabelException.Code;
import io.mingshi.labels.container.LabelSite.Place;
import io.mingshi.labels.container.Xmp;
import io.mingshi.labels.source.Source;
import io.mingshi.testkit.Requirement;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Requirement("PG-8.2")
class PdfContainerTest {
    private final PdfContainer container = new PdfContainer();

    @TempDir
    private Path folder;

    private interface Step {
        void with(PDDocument document) throws IOException;
    }

    static byte[] pdf(Step step) {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            document.addPage(new PDPage());
            step.with(document);
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void assertRefused(Code code, byte[] file) {
        byte[] before = file.clone();
        assertThatExceptionOfType(LabelException.class)
                .isThrownBy(() -> container.label(Source.of(file), JSON))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(code));
        assertThat(file).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"chromium.pdf", "streams.pdf"})
    void theLabelIsAppendedAndEveryByteBeforeItStays(String name) {
        byte[] file = golden(name);
        byte[] labelled = Labelled.with(container, file);
        assertThat(Arrays.copyOf(labelled, file.length)).isEqualTo(file);
        assertThat(labelled.length - file.length).isLessThan(3000);
        Labelled.with(container, labelled);
    }

    @Test
    void otherEntriesStay() throws Exception {
        byte[] labelled = Labelled.with(container, pdf(document -> {
            document.getDocumentInformation().setTitle("题目");
            document.getDocumentInformation().setKeywords("a, AIGC" + OTHER);
            document.getDocumentInformation().setCustomMetadataValue("aigc", OTHER);
        }));
        try (PDDocument document = Loader.loadPDF(labelled)) {
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("题目");
            assertThat(document.getDocumentInformation().getKeywords()).isEqualTo("a, AIGC");
            assertThat(document.getDocumentInformation().getMetadataKeys())
                    .contains("AIGC")
                    .doesNotContain("aigc");
        }
    }

    @Test
    void aLabelInXmpIsMisplacedAndGoes() throws Exception {
        String packet = Xmp.merged(
                        utf8(Xmp.packet(OTHER)
                                .replace(
                                        "<rdf:Description",
                                        "<rdf:Description xmlns:dc='http://purl.org/dc/elements/1.1/' dc:format='x'")),
                        OTHER)
                .orElseThrow();
        byte[] file = pdf(document -> document.getDocumentCatalog()
                .setMetadata(new PDMetadata(document, new ByteArrayInputStream(utf8(packet)))));
        assertThat(sites(container, file)).extracting(site -> site.place()).containsExactly(Place.MISPLACED);
        byte[] labelled = Labelled.with(container, file);
        try (PDDocument document = Loader.loadPDF(labelled)) {
            assertThat(new String(
                            document.getDocumentCatalog().getMetadata().toByteArray(),
                            java.nio.charset.StandardCharsets.UTF_8))
                    .contains("dc:format");
        }
    }

    @Test
    void anEncryptedFileIsRefused() {
        for (String password : new String[] {"", "secret"}) {
            byte[] file = pdf(document ->
                    document.protect(new StandardProtectionPolicy("owner", password, new AccessPermission())));
            assertRefused(Code.ENCRYPTED, file);
            assertThat(read(container, file).flaws()).isEmpty();
            assertThat(read(container, file).unread().isEmpty()).isEqualTo(password.isEmpty());
        }
    }

    @Test
    void aSignedFileIsRefused() {
        byte[] unsigned = pdf(document -> {});
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument document = Loader.loadPDF(unsigned)) {
            PDSignature signature = new PDSignature();
            signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
            signature.setSubFilter(PDSignature.SUBFILTER_ADBE_PKCS7_DETACHED);
            document.addSignature(signature, content -> new byte[32]);
            document.saveIncremental(out);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        assertRefused(Code.SIGNED, out.toByteArray());
    }

    @Test
    void aCutOrDamagedFileIsRefusedAndItsLabelStillSeen() {
        byte[] labelled = Labelled.with(container, golden("chromium.pdf"));
        byte[] cut = Arrays.copyOf(labelled, labelled.length - 40);
        assertThat(read(container, cut).flaws()).isNotEmpty();
        assertRefused(Code.MALFORMED, cut);
        byte[] appended = Arrays.copyOf(labelled, labelled.length + 1);
        appended[labelled.length] = 'x';
        assertThat(read(container, appended).flaws()).isNotEmpty();
        assertThat(sites(container, appended)).hasSize(1);
        assertRefused(Code.MALFORMED, appended);
    }

    @Test
    void exiftoolReadsTheEntryAndQpdfFindsTheFileSound() throws Exception {
        OtherTool.require("exiftool", "libimage-exiftool-perl");
        OtherTool.require("qpdf", "qpdf");
        OtherTool.require("pdftotext", "poppler-utils");
        for (String name : new String[] {"chromium.pdf", "streams.pdf"}) {
            Path file = Files.write(folder.resolve(name), golden(name));
            String text = OtherTool.run("pdftotext", file.toString(), "-");
            Files.write(file, Labelled.with(container, golden(name)));
            assertThat(OtherTool.run("exiftool", "-b", "-PDF:AIGC", file.toString()))
                    .isEqualTo(JSON);
            assertThat(OtherTool.run("qpdf", "--check", file.toString()))
                    .contains("No syntax or stream encoding errors found");
            assertThat(OtherTool.run("pdftotext", file.toString(), "-")).isEqualTo(text);
        }
    }
}
