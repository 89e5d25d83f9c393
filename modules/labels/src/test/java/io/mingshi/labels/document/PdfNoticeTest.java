package io.mingshi.labels.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.mingshi.labels.ExplicitPolicy;
import io.mingshi.labels.ExplicitPolicy.Corner;
import io.mingshi.labels.ExplicitPolicy.Place;
import io.mingshi.labels.LabelException;
import io.mingshi.labels.LabelException.Code;
import io.mingshi.labels.MediaType;
import io.mingshi.labels.container.Perceived;
import io.mingshi.labels.container.document.OtherTool;
import io.mingshi.labels.source.Source;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PdfNoticeTest {
    private final DocumentEditor editor = new DocumentEditor();

    @TempDir
    private Path folder;

    private static ExplicitPolicy in(Corner corner) {
        return new ExplicitPolicy(EnumSet.of(Place.START), corner, false, Optional.empty(), false);
    }

    private static byte[] golden(String name) throws IOException {
        try (InputStream file = PdfNoticeTest.class.getResourceAsStream("/io/mingshi/labels/document/" + name)) {
            return file.readAllBytes();
        }
    }

    /// Pages that show a cut-out of themselves, turned in all ways, with resources they inherit.
    private static byte[] pages(PDRectangle crop, float userUnit) throws IOException {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            for (int rotation : new int[] {0, 90, 180, 270}) {
                PDPage page = new PDPage(new PDRectangle(-20, -30, 700, 900));
                page.setCropBox(crop);
                page.setRotation(rotation);
                page.setUserUnit(userUnit);
                document.addPage(page);
                page.getCOSObject().removeItem(COSName.RESOURCES);
            }
            document.getPages().getCOSObject().setItem(COSName.RESOURCES, new COSDictionary());
            document.save(out);
            return out.toByteArray();
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyPageHasTheNoticeUprightInTheCornerWhicheverWayItIsTurned(Corner corner) throws Exception {
        byte[] edited = editor.edit(MediaType.PDF, Source.of(pages(new PDRectangle(100, 50, 400, 300), 1)), in(corner))
                .bytes();
        try (PDDocument document = Loader.loadPDF(edited)) {
            for (int page = 0; page < 4; page++) {
                BufferedImage picture = new PDFRenderer(document).renderImageWithDPI(page, 72);
                assertThat(picture.getWidth()).isEqualTo(page % 2 == 0 ? 400 : 300);
                boolean left = corner == Corner.TOP_LEFT || corner == Corner.BOTTOM_LEFT;
                boolean top = corner == Corner.TOP_LEFT || corner == Corner.TOP_RIGHT;
                assertThat(ink(
                                picture,
                                left ? 0 : picture.getWidth() - 140,
                                top ? 0 : picture.getHeight() - 22,
                                140,
                                22))
                        .isGreaterThan(200);
                assertThat(ink(picture, 0, 0, picture.getWidth(), picture.getHeight()))
                        .isEqualTo(ink(
                                picture,
                                left ? 0 : picture.getWidth() - 140,
                                top ? 0 : picture.getHeight() - 22,
                                140,
                                22));
            }
        }
    }

    private static int ink(BufferedImage picture, int x, int y, int width, int height) {
        int ink = 0;
        for (int rgb : picture.getRGB(x, y, width, height, null, 0, width)) {
            ink += (rgb & 0xFF) < 128 ? 1 : 0;
        }
        return ink;
    }

    @ParameterizedTest
    @ValueSource(strings = {"chromium.pdf", "streams.pdf"})
    void theNoticeIsAppendedAndNotGivenTwice(String name) throws Exception {
        byte[] file = golden(name);
        Source edited = editor.edit(MediaType.PDF, Source.of(file), ExplicitPolicy.STANDARD);
        assertThat(Arrays.copyOf(edited.bytes(), file.length)).isEqualTo(file);
        assertThat(editor.perceive(MediaType.PDF, Source.of(file))).isInstanceOf(Perceived.NotFound.class);
        assertThat(editor.perceive(MediaType.PDF, edited)).isEqualTo(new Perceived.Found("page 1", Optional.empty()));
        assertThat(editor.edit(MediaType.PDF, edited, ExplicitPolicy.STANDARD)).isSameAs(edited);
    }

    @Test
    void aPageTooSmallForTheNoticeIsRefused() throws Exception {
        byte[] small = pages(new PDRectangle(0, 0, 90, 90), 1);
        assertThatExceptionOfType(LabelException.class)
                .isThrownBy(() -> editor.edit(MediaType.PDF, Source.of(small), ExplicitPolicy.STANDARD))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(Code.ILLEGIBLE));
        byte[] largeUnit = pages(new PDRectangle(0, 0, 90, 90), 4);
        assertThat(editor.edit(MediaType.PDF, Source.of(largeUnit), ExplicitPolicy.STANDARD)
                        .size())
                .isPositive();
    }

    @Test
    void qpdfFindsTheFileSoundAndPdftotextReadsTheNotice() throws Exception {
        OtherTool.require("qpdf", "qpdf");
        OtherTool.require("pdftotext", "poppler-utils");
        for (byte[] input : new byte[][] {
            golden("chromium.pdf"), golden("streams.pdf"), pages(new PDRectangle(100, 50, 400, 300), 1)
        }) {
            Path file = Files.write(
                    folder.resolve("a.pdf"),
                    editor.edit(MediaType.PDF, Source.of(input), ExplicitPolicy.STANDARD)
                            .bytes());
            assertThat(OtherTool.run("qpdf", "--check", file.toString()))
                    .contains("No syntax or stream encoding errors found");
            assertThat(OtherTool.run("pdftotext", file.toString(), "-").split(Notice.PAGE, -1))
                    .hasSize(input.length < 10_000 ? 5 : 2);
        }
    }
}
