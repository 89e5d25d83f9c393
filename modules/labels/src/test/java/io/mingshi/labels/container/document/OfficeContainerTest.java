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
import io.mingshi.labels.MediaType;
import io.mingshi.labels.container.LabelSite.Place;
import io.mingshi.labels.source.Source;
import io.mingshi.testkit.Requirement;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Requirement("PG-8.1")
class OfficeContainerTest {
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/";

    private final OfficeContainer container = new OfficeContainer();

    @TempDir
    private Path folder;

    /// A presentation without custom properties, its parts followed by data descriptors.
    private static Map<String, String> plain() {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put(
                "[Content_Types].xml",
                "<Types xmlns=\"" + PACKAGE
                        + "content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>");
        parts.put(
                "_rels/.rels",
                "<r:Relationships xmlns:r='" + PACKAGE + "relationships'><r:Relationship Id='rId1' Type='" + OFFICE
                        + "relationships/officeDocument' Target='ppt/presentation.xml'/></r:Relationships>");
        parts.put("ppt/presentation.xml", "<p/>");
        return parts;
    }

    static byte[] zip(Map<String, String> parts) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream();
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setComment("a comment");
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(utf8(part.getValue()));
            }
            zip.finish();
            return out.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> unzip(byte[] file) throws IOException {
        Map<String, String> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return parts;
    }

    private static String custom(String properties) {
        return "<op:Properties xmlns:op='" + OFFICE + "custom-properties' xmlns:v='" + OFFICE + "docPropsVTypes'>"
                + properties + "</op:Properties>";
    }

    private static String property(String name, int number, String value) {
        return "<op:property fmtid='{D5CDD505-2E9C-101B-9397-08002B2CF9AE}' pid='" + number + "' name='" + name
                + "'><v:lpwstr>" + XmlText.escaped(value) + "</v:lpwstr></op:property>";
    }

    private void assertRefused(Code code, byte[] file) {
        assertThatExceptionOfType(LabelException.class)
                .isThrownBy(() -> container.label(Source.of(file), JSON))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(code));
    }

    @Test
    void aFileWithoutCustomPropertiesGetsThemRegistered() throws Exception {
        byte[] labelled = Labelled.with(container, zip(plain()));
        Map<String, String> parts = unzip(labelled);
        assertThat(parts.get("[Content_Types].xml"))
                .contains(
                        "<Override PartName=\"/docProps/custom.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.custom-properties+xml\"/></Types>");
        assertThat(parts.get("_rels/.rels"))
                .contains("Id=\"rId2\" Type=\"" + OFFICE
                        + "relationships/custom-properties\" Target=\"docProps/custom.xml\"/></r:Relationships>");
        assertThat(parts.get("docProps/custom.xml")).contains("pid=\"2\" name=\"AIGC\"><vt:lpwstr>");
        assertThat(MediaType.sniff(labelled)).contains(MediaType.PPTX);
    }

    @Test
    void otherPropertiesStayAndNumbersAreNotUsedTwice() throws Exception {
        Map<String, String> parts = plain();
        parts.put(
                "docProps/custom.xml",
                custom(property("a", 2, "x") + property("AIGC", 3, OTHER) + "\n" + property("b", 4, "y")));
        Map<String, String> labelled = unzip(Labelled.with(container, zip(parts)));
        assertThat(labelled.get("docProps/custom.xml"))
                .startsWith(custom(property("a", 2, "x") + "\n" + property("b", 4, "y"))
                        .replace("</op:Properties>", "<property"))
                .contains("pid=\"3\" name=\"AIGC\"");
    }

    @Test
    void everyOlderLabelGoesWhereverItStands() throws Exception {
        Map<String, String> parts = plain();
        parts.put(
                "docProps/custom.xml",
                custom(property("aigc", 2, OTHER) + property("Note", 3, "{\"AIGC\":" + OTHER + "}")));
        parts.put(
                "docProps/core.xml",
                "<c:coreProperties xmlns:c='c' xmlns:d='d'><d:title>T</d:title><d:subject>AIGC" + XmlText.escaped(OTHER)
                        + "</d:subject></c:coreProperties>");
        assertThat(sites(container, zip(parts)))
                .extracting(site -> site.place())
                .containsExactly(Place.MISPLACED, Place.MISPLACED, Place.MISPLACED);
        Map<String, String> labelled = unzip(Labelled.with(container, zip(parts)));
        assertThat(labelled.get("docProps/core.xml")).contains("<d:title>T</d:title><d:subject></d:subject>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"story.docx", "figures.xlsx"})
    void filesOfOtherProgramsKeepEveryOtherPart(String name) throws Exception {
        byte[] labelled = Labelled.with(container, golden(name));
        Map<String, String> before = unzip(golden(name));
        Map<String, String> after = unzip(labelled);
        for (String changed : new String[] {"docProps/custom.xml", "_rels/.rels", "[Content_Types].xml"}) {
            before.remove(changed);
            after.remove(changed);
        }
        assertThat(after).isEqualTo(before);
        assertThat(Labelled.with(container, labelled)).isEqualTo(labelled);
    }

    @Test
    void theStrictFormGetsStrictNames() throws Exception {
        Map<String, String> parts = plain();
        parts.replaceAll((name, text) -> text.replace(OFFICE, "http://purl.oclc.org/ooxml/officeDocument/"));
        Map<String, String> labelled = unzip(Labelled.with(container, zip(parts)));
        assertThat(labelled.get("_rels/.rels"))
                .contains("http://purl.oclc.org/ooxml/officeDocument/relationships/customProperties");
        assertThat(labelled.get("docProps/custom.xml"))
                .contains("http://purl.oclc.org/ooxml/officeDocument/customProperties");
    }

    @Test
    void aSignedFileIsRefused() {
        Map<String, String> parts = plain();
        parts.put("_xmlsignatures/sig1.xml", "<s/>");
        assertRefused(Code.SIGNED, zip(parts));
    }

    @Test
    void anEncryptedPartIsRefused() {
        byte[] file = zip(plain());
        String latin1 = new String(file, StandardCharsets.ISO_8859_1);
        file[latin1.indexOf("PK\u0001\u0002") + 8] |= 1;
        assertRefused(Code.ENCRYPTED, file);
        assertThat(read(container, file).unread()).isNotEmpty();
    }

    @Test
    void aLargeArchiveIsRefusedByName() {
        byte[] file = zip(plain());
        int end = new String(file, StandardCharsets.ISO_8859_1).lastIndexOf("PK\u0005\u0006");
        Arrays.fill(file, end + 8, end + 12, (byte) 0xFF);
        assertRefused(Code.UNSUPPORTED, file);
    }

    @Test
    void aPartThatUnpacksToMoreThanItSaysIsRefused() {
        Map<String, String> parts = plain();
        parts.put("docProps/custom.xml", custom(" ".repeat(5 << 20)));
        assertRefused(Code.TOO_LARGE, zip(parts));
        assertThat(read(container, zip(parts)).unread()).isNotEmpty();
        parts.put("docProps/custom.xml", custom(" ".repeat(1 << 20)));
        byte[] lying = zip(parts);
        int record = new String(lying, StandardCharsets.ISO_8859_1).lastIndexOf("PK\u0001\u0002");
        lying[record + 26] = 0;
        assertRefused(Code.MALFORMED, lying);
        assertThat(read(container, lying).flaws()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"<!DOCTYPE x [<!ENTITY a 'b'>]><Properties>&a;</Properties>", "<Properties>", "\u0001", ""})
    void partsThatAreNotSoundXmlAreFlaws(String xml) {
        Map<String, String> parts = plain();
        parts.put("docProps/custom.xml", xml);
        assertThat(read(container, zip(parts)).flaws()).isNotEmpty();
        assertRefused(Code.MALFORMED, zip(parts));
    }

    @Test
    void exiftoolAndPythonReadWhatWasWritten() throws Exception {
        OtherTool.require("exiftool", "libimage-exiftool-perl libarchive-zip-perl");
        OtherTool.require("python3", "python3");
        for (String name : new String[] {"story.docx", "figures.xlsx", "slides.pptx"}) {
            byte[] file = name.equals("slides.pptx") ? zip(plain()) : golden(name);
            Path labelled = Files.write(folder.resolve(name), Labelled.with(container, file));
            assertThat(OtherTool.run("exiftool", "-b", "-AIGC", labelled.toString()))
                    .isEqualTo(JSON);
            String program =
                    "import zipfile,sys,xml.dom.minidom as m\nz=zipfile.ZipFile(sys.argv[1])\nassert z.testzip() is None\n"
                            + "[m.parseString(z.read(n)) for n in z.namelist() if n.endswith('.xml') or n.endswith('.rels')]\nprint(len(z.namelist()))";
            assertThat(OtherTool.run("python3", "-c", program, labelled.toString())
                            .strip())
                    .isNotEmpty();
        }
    }
}
