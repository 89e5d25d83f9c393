package io.mingshi.labels;

import static io.mingshi.labels.Samples.ID;
import static io.mingshi.labels.Samples.PRODUCER;
import static io.mingshi.labels.Samples.concat;
import static io.mingshi.labels.Samples.jpeg;
import static io.mingshi.labels.Samples.latin1;
import static io.mingshi.labels.Samples.png;
import static io.mingshi.labels.Samples.wav;
import static io.mingshi.labels.Samples.withChunk;
import static io.mingshi.labels.Samples.withJpegSegment;
import static io.mingshi.labels.Samples.withPngChunk;
import static org.assertj.core.api.Assertions.assertThat;

import io.mingshi.testkit.Requirement;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;

class LabelVerifierTest {
    private static final AigcLabel LABEL = AigcLabel.generated(PRODUCER, ID);
    private static final String JSON = LABEL.toJson();
    private static final String WRAPPED = "{\"AIGC\":" + JSON + "}";
    private static final String NAMESPACE = "http://www.tc260.org.cn/ns/AIGC/1.0/";

    private final LabelVerifier verifier = new LabelVerifier();

    private void expect(byte[] content, Verdict verdict, Finding.Code code) {
        VerificationReport report = verifier.verify(content);
        assertThat(report.verdict()).as(report.toString()).isEqualTo(verdict);
        assertThat(report.has(code)).as(report.toString()).isTrue();
        if (code.weight() != Finding.Weight.DOUBT) {
            assertThat(report.label()).contains(LABEL);
        }
    }

    private static byte[] xmp(String attributes, String inside) {
        return ("<?xpacket begin=\"\uFEFF\"?><x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"
                        + "<rdf:Description " + attributes + ">" + inside
                        + "</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end=\"w\"?>\0")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] jpegWithXmp(byte[] xmp) {
        return withJpegSegment(jpeg(80, 80), 0xE1, concat(latin1("http://ns.adobe.com/xap/1.0/\0"), xmp));
    }

    private static String escaped() {
        return JSON.replace("\"", "&quot;");
    }

    @Test
    void anElementAndAnAttributeInXmpAreRead() {
        String declared = "xmlns:q=\"" + NAMESPACE + "\"";
        expect(
                jpegWithXmp(xmp(declared, "<q:AIGC>" + escaped() + "</q:AIGC>")),
                Verdict.COMPLIANT,
                Finding.Code.LABEL_READ);
        expect(
                jpegWithXmp(xmp(declared + " q:AIGC=\"" + escaped() + "\"", "")),
                Verdict.COMPLIANT,
                Finding.Code.LABEL_READ);
        expect(
                jpegWithXmp(xmp(declared + " q:AIGC=\"" + WRAPPED.replace("\"", "&#34;") + "\"", "")),
                Verdict.COMPLIANT,
                Finding.Code.WRAPPED);
    }

    @Test
    void aPropertyOfAnotherNamespaceIsMisplaced() {
        expect(
                jpegWithXmp(xmp("xmlns:q=\"urn:x\" q:AIGC=\"" + escaped() + "\"", "")),
                Verdict.NONCOMPLIANT,
                Finding.Code.MISPLACED);
    }

    @Test
    void aDtdInXmpIsNeverFollowed() {
        byte[] bomb = ("<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/hostname\">]><x xmlns:q=\"" + NAMESPACE
                        + "\"><q:AIGC>&a;</q:AIGC></x>")
                .getBytes(StandardCharsets.UTF_8);
        expect(jpegWithXmp(bomb), Verdict.INCONCLUSIVE, Finding.Code.UNREAD);
    }

    @Test
    void theOtherPlacesInAPngAreRecognised() throws IOException {
        expect(
                withPngChunk(png(80, 80), "tEXt", latin1("AIGC\0" + WRAPPED)),
                Verdict.COMPLIANT,
                Finding.Code.ALTERNATIVE_PLACE);
        expect(
                withPngChunk(png(80, 80), "zTXt", concat(latin1("AIGC\0\0"), deflated(latin1(JSON)))),
                Verdict.NONCOMPLIANT,
                Finding.Code.MISPLACED);
        expect(
                withPngChunk(png(80, 80), "prVt", latin1("x AIGC" + JSON)),
                Verdict.NONCOMPLIANT,
                Finding.Code.MISPLACED);
        expect(concat(png(80, 80), latin1(WRAPPED)), Verdict.INCONCLUSIVE, Finding.Code.UNREAD);
    }

    @Test
    void anInflatedTextIsBounded() throws IOException {
        byte[] bomb = concat(latin1("AIGC\0\0"), deflated(new byte[50_000_000]));
        expect(withPngChunk(png(80, 80), "zTXt", bomb), Verdict.INCONCLUSIVE, Finding.Code.UNREAD);
    }

    @Test
    void theOtherPlacesInAJpegAreRecognised() {
        expect(
                withJpegSegment(jpeg(80, 80), 0xE1, exif(0x9286, "ASCII\0\0\0" + WRAPPED)),
                Verdict.COMPLIANT,
                Finding.Code.ALTERNATIVE_PLACE);
        expect(
                withJpegSegment(jpeg(80, 80), 0xE1, exif(0x010E, WRAPPED)),
                Verdict.NONCOMPLIANT,
                Finding.Code.MISPLACED);
        expect(
                withJpegSegment(jpeg(80, 80), 0xE9, latin1("AIGC" + JSON)),
                Verdict.NONCOMPLIANT,
                Finding.Code.MISPLACED);
        expect(withJpegSegment(jpeg(80, 80), 0xFE, latin1(WRAPPED)), Verdict.NONCOMPLIANT, Finding.Code.MISPLACED);
    }

    private static byte[] exif(int tag, String text) {
        boolean comment = tag == 0x9286;
        ByteBuffer tiff = ByteBuffer.allocate(6 + 8 + 18 + 18 + text.length());
        tiff.put(latin1("Exif\0\0MM\0*")).putInt(8);
        entry(tiff, comment ? 0x8769 : tag, comment ? 4 : 2, comment ? 1 : text.length(), comment ? 26 : 44);
        entry(tiff, tag, 7, text.length(), 44);
        return tiff.put(latin1(text)).array();
    }

    private static void entry(ByteBuffer tiff, int tag, int type, int count, int value) {
        tiff.putShort((short) 1)
                .putShort((short) tag)
                .putShort((short) type)
                .putInt(count)
                .putInt(value)
                .putInt(0);
    }

    @Requirement("GB-6.1")
    @Test
    void twoIdenticalLabelsAreOneTooMany() {
        byte[] labelled =
                new LabelEngine(PRODUCER).label(MediaType.PNG, png(80, 80), ID).bytes();
        expect(
                withPngChunk(labelled, "tEXt", latin1("AIGC\0" + WRAPPED)),
                Verdict.NONCOMPLIANT,
                Finding.Code.MORE_THAN_ONE);
    }

    @Test
    void aWavIsReadInEveryForm() {
        expect(withChunk(wav(8000, 1, 16), "AIGC", latin1(JSON)), Verdict.COMPLIANT, Finding.Code.EXPLICIT_NOT_FOUND);
        byte[] info = concat(latin1("INFO"), Samples.chunk("AIGC", latin1(JSON)));
        expect(withChunk(wav(8000, 1, 16), "LIST", info), Verdict.NONCOMPLIANT, Finding.Code.MISPLACED);
    }

    @Test
    void aPromptWithoutMetadataIsNotCompliant() {
        byte[] labelled = new LabelEngine(PRODUCER)
                .label(MediaType.WAV, wav(8000, 1, 16), ID)
                .bytes();
        String latin = new String(labelled, StandardCharsets.ISO_8859_1);
        byte[] renamed = latin1(latin.replace("AIGC", "abcd").replace("Label", "xxxxx"));
        VerificationReport report = verifier.verify(renamed);
        assertThat(report.verdict()).isEqualTo(Verdict.NONCOMPLIANT);
        assertThat(report.has(Finding.Code.METADATA_MISSING)).isTrue();
    }

    @Test
    void brokenJsonInTheRightPlaceIsInconclusive() {
        expect(
                withChunk(wav(8000, 1, 16), "AIGC", latin1(JSON.substring(0, 50))),
                Verdict.INCONCLUSIVE,
                Finding.Code.MALFORMED_JSON);
    }

    @Test
    void aNoticeAtTheEndOfATextCounts() {
        String prose = "人工智能是一门研究如何让机器完成需要智慧才能完成的任务的学科，它的历史很长，也有很多人在其中工作，并由此生成许多新的想法，影响着各行各业。";
        assertThat(verifier.verify(prose.getBytes(StandardCharsets.UTF_8)).verdict())
                .isEqualTo(Verdict.NOT_FOUND);
        assertThat(verifier.verify((prose + "（AI生成）").getBytes(StandardCharsets.UTF_8))
                        .verdict())
                .isEqualTo(Verdict.COMPLIANT);
    }

    @Requirement("PG-X.2")
    @Test
    void unknownAndEmptyFilesProveNothing() {
        expect(new byte[0], Verdict.INCONCLUSIVE, Finding.Code.UNKNOWN_FORMAT);
        expect(latin1("%PDF-1.7\0"), Verdict.INCONCLUSIVE, Finding.Code.DAMAGED);
        expect(Arrays.copyOf(jpeg(80, 80), 300), Verdict.INCONCLUSIVE, Finding.Code.DAMAGED);
        expect(concat(png(80, 80), latin1("PK\3\4")), Verdict.INCONCLUSIVE, Finding.Code.UNREAD);
        expect(latin1("%PDF-1.7 all in plain characters"), Verdict.INCONCLUSIVE, Finding.Code.DAMAGED);
        expect(new byte[] {1, 2, 3, 0}, Verdict.INCONCLUSIVE, Finding.Code.UNKNOWN_FORMAT);
    }

    private static byte[] deflated(byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(out)) {
            deflater.write(content);
        }
        return out.toByteArray();
    }
}
