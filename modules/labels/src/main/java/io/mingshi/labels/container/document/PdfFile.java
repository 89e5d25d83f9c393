package io.mingshi.labels.container.document;

import static io.mingshi.labels.LabelException.Code.ENCRYPTED;
import static io.mingshi.labels.LabelException.Code.MALFORMED;
import static io.mingshi.labels.LabelException.Code.SIGNED;
import static io.mingshi.labels.LabelException.Code.TOO_LARGE;

import io.mingshi.labels.LabelException;
import io.mingshi.labels.container.Bytes;
import io.mingshi.labels.source.Source;
import io.mingshi.labels.source.Splice;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdfparser.PDFParser;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/// A PDF file opened with PDFBox, which may meet bytes of any kind here.
///
/// Objects are read when they are asked for; streams stay in the file. A change is appended to the file as the format
/// foresees (ISO 32000-1 7.5.6), so that every byte before it stays.
public final class PdfFile {
    /// Larger files are not opened, since the list of their objects is held in memory: 256 MiB.
    public static final long LONGEST = 256L << 20;

    /// What PDFBox unpacks goes to memory up to here and to a temporary file beyond, and is refused beyond that.
    private static final long UNPACKED_IN_MEMORY = 8 << 20;

    private static final long UNPACKED = 512L << 20;

    /// Changes are held in memory until they are written: a notice has a few hundred bytes for each page.
    private static final int LONGEST_CHANGE = 64 << 20;

    private static final String END = "%%EOF";

    /// White space may follow the end mark, as the older specification allowed.
    private static final int END_SEARCHED = 1024;

    private PdfFile() {}

    /// What is done with an open document.
    ///
    /// @param <T> what comes out
    @FunctionalInterface
    public interface Work<T> {
        /// Does it.
        T with(PDDocument document) throws IOException;
    }

    /// Changes an open document.
    @FunctionalInterface
    public interface Change {
        /// Does it.
        void in(PDDocument document) throws IOException;
    }

    /// Opens a sound file, one whose objects all stand where its index says.
    ///
    /// @throws LabelException MALFORMED, ENCRYPTED if it cannot be opened without a password, or TOO_LARGE
    public static <T> T read(Source file, Work<T> work) throws IOException {
        requireEnd(file);
        return open(file, false, work);
    }

    /// Opens a file even where its index is damaged, looking for objects in all of it.
    static <T> T readDamaged(Source file, Work<T> work) throws IOException {
        return open(file, true, work);
    }

    /// Opens a sound file that is neither encrypted nor signed, and appends what changes in it.
    ///
    /// @throws LabelException MALFORMED, ENCRYPTED, SIGNED or TOO_LARGE
    public static Source change(Source file, Change change) throws IOException {
        return read(file, document -> {
            requireFree(document);
            change.in(document);
            Appended appended = new Appended(file.size());
            document.saveIncremental(appended);
            return Splice.builder()
                    .copy(file, 0, file.size())
                    .insert(appended.bytes.toByteArray())
                    .build();
        });
    }

    private static void requireFree(PDDocument document) throws IOException {
        if (document.isEncrypted()) {
            throw ENCRYPTED.with("the PDF is encrypted; save it without protection before labelling");
        }
        COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
        COSDictionary form = catalog.getCOSDictionary(COSName.ACRO_FORM);
        boolean signed = catalog.containsKey(COSName.PERMS)
                || (form != null && (form.getInt(COSName.SIG_FLAGS, 0) & 1) != 0)
                || !document.getSignatureDictionaries().isEmpty();
        if (signed) {
            throw SIGNED.with(
                    "the PDF carries a digital signature, which any change would break; label it before signing");
        }
    }

    /// A file that was cut off inside its last revision would else be taken for the revision before.
    private static void requireEnd(Source file) throws IOException {
        int length = (int) Math.min(END_SEARCHED, file.size());
        String tail = Bytes.latin1(file.bytes(file.size() - length, length), 0, length);
        int end = tail.lastIndexOf(END);
        if (end < 0 || !tail.substring(end + END.length()).replace('\0', ' ').isBlank()) {
            throw MALFORMED.with(
                    "the PDF does not end with its end mark; it is cut off or something was appended to it");
        }
    }

    /// Everything that may come out of a parser fed with hostile bytes ends here, memory and stack included: it ran
    /// out because of this one file, and what it held is free again.
    private static <T> T open(Source file, boolean lenient, Work<T> work) throws IOException {
        if (file.size() > LONGEST) {
            throw TOO_LARGE.with("the PDF has more than " + LONGEST + " bytes");
        }
        MemoryUsageSetting memory = MemoryUsageSetting.setupMixed(UNPACKED_IN_MEMORY, UNPACKED);
        try (PDDocument document =
                new PDFParser(new SourceReading(file), "", null, null, memory.streamCache).parse(lenient)) {
            if (document.getNumberOfPages() == 0) {
                throw MALFORMED.with("the PDF has no pages");
            }
            return work.with(document);
        } catch (LabelException named) {
            throw named;
        } catch (InvalidPasswordException locked) {
            throw ENCRYPTED.with("the PDF is encrypted; save it without a password before labelling", locked);
        } catch (UncheckedIOException source) {
            throw source.getCause();
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError damaged) {
            throw MALFORMED.with(
                    "the PDF is damaged; repair it or save it again from the program that made it", damaged);
        }
    }

    /// Keeps what follows the bytes of the file itself.
    private static final class Appended extends OutputStream {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private long skip;

        Appended(long skip) {
            this.skip = skip;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] from, int offset, int length) throws IOException {
            int skipped = (int) Math.min(skip, length);
            skip -= skipped;
            if (bytes.size() + length - skipped > LONGEST_CHANGE) {
                throw TOO_LARGE.with("the PDF has too many pages to be labelled");
            }
            bytes.write(from, offset + skipped, length - skipped);
        }
    }
}
