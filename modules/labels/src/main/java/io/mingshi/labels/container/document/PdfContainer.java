package io.mingshi.labels.container.document;

import static io.mingshi.labels.LabelException.Code.MALFORMED;

import io.mingshi.labels.LabelException;
import io.mingshi.labels.container.AigcText;
import io.mingshi.labels.container.Container;
import io.mingshi.labels.container.LabelSite;
import io.mingshi.labels.container.LabelSite.Place;
import io.mingshi.labels.container.Sightings;
import io.mingshi.labels.container.Xmp;
import io.mingshi.labels.source.Source;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.zip.InflaterInputStream;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;

/// PDF: the label is the entry `/AIGC` of the Info dictionary (TC260-PG-20258A 6.3).
///
/// The change is appended; programs that read the file see one label, while bytes of an older one may stay in the
/// earlier revision that the format keeps.
public final class PdfContainer implements Container {
    private static final COSName AIGC = COSName.getPDFName("AIGC");

    /// The dictionary has about ten entries.
    private static final int MAX_ENTRIES = 1_000;

    private static final int MAX_LABELS = 16;

    /// The longest XMP packet that is read, as for pictures.
    private static final int LONGEST_PACKET = 1 << 20;

    /// A container for PDF files.
    public PdfContainer() {}

    @Override
    public Sightings read(Source file) throws IOException {
        Sightings sightings = new Sightings();
        try {
            return PdfFile.read(file, document -> read(document, sightings));
        } catch (LabelException refused) {
            String sentence = String.valueOf(refused.getMessage());
            if (refused.code() != MALFORMED) {
                sightings.unread(sentence);
                return sightings;
            }
            return readDamaged(file, sentence);
        }
    }

    /// A label may be found even where the file is damaged.
    private static Sightings readDamaged(Source file, String sentence) throws IOException {
        Sightings sightings = new Sightings();
        try {
            PdfFile.readDamaged(file, document -> read(document, sightings));
        } catch (LabelException beyondReading) {
            sightings.unread("what the damaged PDF holds could not be read");
        }
        sightings.flaw(sentence);
        return sightings;
    }

    private static Sightings read(PDDocument document, Sightings sightings) throws IOException {
        COSDictionary info = document.getDocument().getTrailer().getCOSDictionary(COSName.INFO);
        if (info != null) {
            readInfo(info, sightings);
        }
        COSStream metadata = document.getDocumentCatalog().getCOSObject().getCOSStream(COSName.METADATA);
        if (metadata != null) {
            Optional<byte[]> packet = packet(metadata);
            if (packet.isEmpty()) {
                sightings.unread("the XMP metadata of the PDF is too long or packed in an unusual way");
            } else {
                Xmp.read(packet.get(), "PDF XMP metadata", Place.MISPLACED, sightings);
            }
        }
        return sightings;
    }

    private static void readInfo(COSDictionary info, Sightings sightings) {
        if (info.size() > MAX_ENTRIES) {
            sightings.unread("the Info dictionary of the PDF has more than " + MAX_ENTRIES + " entries");
            return;
        }
        for (COSName key : info.keySet()) {
            COSBase value = info.getDictionaryObject(key);
            String location = "PDF Info " + key.getName();
            if (value instanceof COSString text) {
                if (key.getName().equalsIgnoreCase(AIGC.getName())) {
                    sightings.site(key.equals(AIGC) ? Place.PRESCRIBED : Place.MISPLACED, location, text.getString());
                } else {
                    sightings.search(Place.MISPLACED, location, text.getString());
                }
            } else if (key.equals(AIGC)) {
                sightings.unread("the entry AIGC of the PDF Info dictionary is not a text");
            }
        }
    }

    /// The packet, taken out of its stream without trusting how long it will be.
    private static Optional<byte[]> packet(COSStream metadata) throws IOException {
        COSBase filter = metadata.getFilters();
        boolean packed = COSName.FLATE_DECODE.equals(filter);
        if ((filter != null && !packed) || metadata.containsKey(COSName.DECODE_PARMS)) {
            return Optional.empty();
        }
        try (InputStream raw = metadata.createRawInputStream();
                InputStream in = packed ? new InflaterInputStream(raw) : raw) {
            byte[] packet = in.readNBytes(LONGEST_PACKET + 1);
            return packet.length > LONGEST_PACKET ? Optional.empty() : Optional.of(packet);
        }
    }

    @Override
    public Source label(Source file, String json) throws IOException {
        Source labelled = PdfFile.change(file, document -> {
            COSDictionary trailer = document.getDocument().getTrailer();
            COSDictionary info = trailer.getCOSDictionary(COSName.INFO);
            if (info == null) {
                info = new COSDictionary();
                trailer.setItem(COSName.INFO, info);
            }
            writeInfo(info, json);
            cleanMetadata(document);
        });
        requireOne(read(labelled), json);
        return labelled;
    }

    private static void writeInfo(COSDictionary info, String json) {
        for (COSName key : List.copyOf(info.keySet())) {
            if (key.getName().equalsIgnoreCase(AIGC.getName())) {
                info.removeItem(key);
            } else if (info.getDictionaryObject(key) instanceof COSString text
                    && AigcText.in(text.getString()).isPresent()) {
                info.setString(key, withoutLabels(text.getString()));
            }
        }
        info.setString(AIGC, json);
        info.setNeedToBeUpdated(true);
    }

    /// A text with more labels than anybody writes is given up as a whole.
    private static String withoutLabels(String text) {
        String left = text;
        for (int i = 0; i < MAX_LABELS; i++) {
            Optional<String> label = AigcText.in(left);
            if (label.isEmpty()) {
                return left;
            }
            left = left.replace(label.get(), "");
        }
        return "";
    }

    private static void cleanMetadata(PDDocument document) throws IOException {
        COSStream metadata = document.getDocumentCatalog().getCOSObject().getCOSStream(COSName.METADATA);
        if (metadata == null) {
            return;
        }
        byte[] packet = packet(metadata)
                .orElseThrow(
                        () -> MALFORMED.with("the XMP metadata of the PDF cannot be read; remove it before labelling"));
        Sightings seen = new Sightings();
        Xmp.read(packet, "PDF XMP metadata", Place.MISPLACED, seen);
        if (!seen.unread().isEmpty()) {
            throw MALFORMED.with("the XMP metadata of the PDF is not sound XML; remove it before labelling");
        }
        if (!seen.sites().isEmpty()) {
            String clean = Xmp.without(packet)
                    .orElseThrow(
                            () -> MALFORMED.with("the XMP metadata of the PDF is no RDF; remove it before labelling"));
            try (OutputStream out = metadata.createOutputStream()) {
                out.write(clean.getBytes(StandardCharsets.UTF_8));
            }
            metadata.setNeedToBeUpdated(true);
        }
    }

    /// A file can be so wrong that what is appended to it means something else.
    private static void requireOne(Sightings labelled, String json) {
        List<LabelSite> sites = labelled.sites();
        boolean one = sites.size() == 1
                && sites.getFirst().place() == Place.PRESCRIBED
                && sites.getFirst().text().equals(json)
                && labelled.flaws().isEmpty();
        if (!one) {
            throw MALFORMED.with("the PDF did not take the label; save it again from the program that made it");
        }
    }
}
