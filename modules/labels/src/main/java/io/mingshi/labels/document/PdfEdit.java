package io.mingshi.labels.document;

import static io.mingshi.labels.LabelException.Code.ILLEGIBLE;
import static io.mingshi.labels.LabelException.Code.TOO_LARGE;

import io.mingshi.labels.ExplicitPolicy.Corner;
import io.mingshi.labels.container.document.PdfFile;
import io.mingshi.labels.source.Source;
import java.awt.Color;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.util.Matrix;

/// Draws the notice into a corner of every page of a PDF, as text in a font that travels with the file, and reads the
/// text of pages.
final class PdfEdit {
    private static final int MAX_PAGES = 10_000;

    /// The size in points, 1/72 inch: that of foot notes or, on large pages, a share of the shortest side.
    private static final float LEAST_SIZE = 9;

    private static final float SHARE = 0.02f;

    /// How many characters of a page are read.
    private static final int LONGEST_TEXT = 1 << 20;

    /// Content of ours is far shorter; longer content is not looked into for it.
    private static final int LONGEST_NOTICE = 8_192;

    /// Marks our notice in the content of a page.
    private static final COSName MARK = COSName.getPDFName("AIGCNotice");

    private PdfEdit() {}

    static Source with(Corner corner, Source file) throws IOException {
        if (PdfFile.read(file, PdfEdit::isComplete)) {
            return file;
        }
        return PdfFile.change(file, document -> {
            PDFont font = font(document);
            for (PDPage page : document.getPages()) {
                if (!hasNotice(page)) {
                    draw(document, page, font, corner);
                }
            }
        });
    }

    private static boolean isComplete(PDDocument document) throws IOException {
        if (document.getNumberOfPages() > MAX_PAGES) {
            throw TOO_LARGE.with("the PDF has more than " + MAX_PAGES + " pages");
        }
        for (PDPage page : document.getPages()) {
            if (!hasNotice(page)) {
                return false;
            }
        }
        return true;
    }

    private static PDFont font(PDDocument document) throws IOException {
        try (InputStream file = PdfEdit.class.getResourceAsStream("/io/mingshi/labels/aigc-label.ttf")) {
            if (file == null) {
                throw new IllegalStateException("aigc-label.ttf is missing from the labels jar");
            }
            return PDType0Font.load(document, file, true);
        }
    }

    private static boolean hasNotice(PDPage page) throws IOException {
        COSBase contents = page.getCOSObject().getDictionaryObject(COSName.CONTENTS);
        COSBase end = contents instanceof COSArray several && several.size() > 0
                ? several.getObject(several.size() - 1)
                : contents;
        if (!(end instanceof COSStream last) || last.getLength() > LONGEST_NOTICE) {
            return false;
        }
        try (InputStream in = last.createInputStream()) {
            String start = new String(in.readNBytes(LONGEST_NOTICE), StandardCharsets.ISO_8859_1);
            return start.contains("/" + MARK.getName() + " BMC");
        }
    }

    private static void draw(PDDocument document, PDPage page, PDFont font, Corner corner) throws IOException {
        PDRectangle box = page.getCropBox();
        boolean turned = page.getRotation() % 180 != 0;
        float unit = Math.max(page.getUserUnit(), Float.MIN_NORMAL);
        float width = turned ? box.getHeight() : box.getWidth();
        float height = turned ? box.getWidth() : box.getHeight();
        float size = Math.max(LEAST_SIZE / unit, SHARE * Math.min(width, height));
        float textWidth = font.getStringWidth(Notice.PAGE) / 1000 * size;
        float plateWidth = textWidth + size;
        float plateHeight = size * 1.6f;
        float margin = size / 2;
        if (!(plateWidth + 2 * margin <= width && plateHeight + 2 * margin <= height)) {
            throw ILLEGIBLE.with("a page of the PDF is too small for a legible notice");
        }
        boolean left = corner == Corner.TOP_LEFT || corner == Corner.BOTTOM_LEFT;
        boolean top = corner == Corner.TOP_LEFT || corner == Corner.TOP_RIGHT;
        float x = left ? margin : width - margin - plateWidth;
        float y = top ? height - margin - plateHeight : margin;
        try (PDPageContentStream content = new PDPageContentStream(document, page, AppendMode.APPEND, true, true)) {
            content.beginMarkedContent(COSName.ARTIFACT);
            content.beginMarkedContent(MARK);
            content.saveGraphicsState();
            content.transform(upright(box, page.getRotation()));
            plate(content, x, y, plateWidth, plateHeight, size);
            content.beginText();
            content.setFont(font, size);
            content.setNonStrokingColor(Color.BLACK);
            content.newLineAtOffset(x + size / 2, y + size * 0.45f);
            content.showText(Notice.PAGE);
            content.endText();
            content.restoreGraphicsState();
            content.endMarkedContent();
            content.endMarkedContent();
        }
    }

    /// White, so that black is legible on whatever the page shows there.
    private static void plate(PDPageContentStream content, float x, float y, float width, float height, float size)
            throws IOException {
        content.setNonStrokingColor(Color.WHITE);
        content.setStrokingColor(Color.BLACK);
        content.setLineWidth(size / 20);
        content.addRect(x, y, width, height);
        content.fillAndStroke();
    }

    /// From the page as it is seen, with its origin at the lower left, to the page as it is written.
    private static Matrix upright(PDRectangle box, int rotation) {
        return switch (Math.floorMod(rotation, 360)) {
            case 90 -> new Matrix(0, 1, -1, 0, box.getUpperRightX(), box.getLowerLeftY());
            case 180 -> new Matrix(-1, 0, 0, -1, box.getUpperRightX(), box.getUpperRightY());
            case 270 -> new Matrix(0, -1, 1, 0, box.getLowerLeftX(), box.getUpperRightY());
            default -> new Matrix(1, 0, 0, 1, box.getLowerLeftX(), box.getLowerLeftY());
        };
    }

    /// Where people find a notice; the first and the last page are read.
    static Optional<String> find(Source file) throws IOException {
        return PdfFile.read(file, document -> {
            Optional<String> first = find(document, 1);
            return first.isPresent() ? first : find(document, document.getNumberOfPages());
        });
    }

    private static Optional<String> find(PDDocument document, int page) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        StringWriter text = new StringWriter() {
            @Override
            public void write(String more) {
                if (getBuffer().length() + more.length() > LONGEST_TEXT) {
                    throw TOO_LARGE.with("page " + page + " of the PDF has more text than is read");
                }
                super.write(more);
            }
        };
        stripper.writeText(document, text);
        if (text.toString().contains(Notice.PAGE)) {
            return Optional.of("page " + page);
        }
        return TextNotices.find(text.toString().strip())
                .or(() -> TextNotices.findCornerMark(text.toString()))
                .map(where -> "page " + page);
    }
}
