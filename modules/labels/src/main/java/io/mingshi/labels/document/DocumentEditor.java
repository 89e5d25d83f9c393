package io.mingshi.labels.document;

import static io.mingshi.labels.LabelException.Code.ILLEGIBLE;
import static io.mingshi.labels.LabelException.Code.UNSUPPORTED;

import io.mingshi.labels.ExplicitPolicy;
import io.mingshi.labels.LabelException;
import io.mingshi.labels.MediaType;
import io.mingshi.labels.container.Perceived;
import io.mingshi.labels.container.document.HtmlPage;
import io.mingshi.labels.container.document.MarkdownContainer;
import io.mingshi.labels.container.document.WholeText;
import io.mingshi.labels.source.Source;
import java.io.IOException;
import java.util.Optional;

/// The explicit label of texts and documents
/// ([LAB-4(1)](https://www.cac.gov.cn/2025-03/14/c_1743654684782215.htm), GB 45438-2025 clause 5.1).
///
/// Texts, Markdown, web pages and DOCX carry it in the places that the policy names, PDF on every page in the corner
/// that the policy names. A place that has it already is left alone.
public final class DocumentEditor {
    /// An editor; it holds nothing and may serve many threads.
    public DocumentEditor() {}

    /// The file with its explicit label, which was found in it again.
    ///
    /// @throws LabelException UNSUPPORTED for a format whose files can take metadata only, ILLEGIBLE where no place
    ///     was found, and whatever the format refuses
    public Source edit(MediaType type, Source file, ExplicitPolicy policy) throws IOException {
        if (policy.none()) {
            return file;
        }
        Source edited = put(type, file, policy);
        boolean seen = put(type, edited, policy).size() == edited.size();
        if (!seen || !(perceive(type, edited) instanceof Perceived.Found)) {
            throw ILLEGIBLE.with("the notice cannot be seen where it was put; the structure of the file hides it");
        }
        return edited;
    }

    /// A place that shows its notice is left alone, so that the second time nothing is added unless the first time was
    /// in vain.
    private static Source put(MediaType type, Source file, ExplicitPolicy policy) throws IOException {
        return switch (type) {
            case TEXT -> text(file, policy);
            case MARKDOWN -> markdown(file, policy);
            case HTML -> page(file, policy);
            case PDF -> PdfEdit.with(policy.corner(), file);
            case DOCX -> WordEdit.of(file).with(policy.places(), file);
            case JSON -> throw metadataOnly("a JSON file is read by programs");
            case XLSX -> throw metadataOnly("a notice in a workbook would stand among its figures");
            case PPTX -> throw metadataOnly("notices are not drawn on slides here");
            case PNG, JPEG, WEBP, GIF, TIFF, HEIF, AVIF, WAV, MP3, FLAC, OGG, M4A, MP4, MOV, MKV, WEBM, FLV, AVI ->
                throw UNSUPPORTED.with("a file of type " + type + " is no document");
        };
    }

    private static LabelException metadataOnly(String why) {
        return UNSUPPORTED.with(
                why + "; ask for the metadata label only and show the notice where the file is offered");
    }

    private static Source text(Source file, ExplicitPolicy policy) throws IOException {
        WholeText whole = WholeText.of(file);
        return whole.with(TextEdit.plain(whole.text()).with(policy.places(), whole.text()));
    }

    private static Source markdown(Source file, ExplicitPolicy policy) throws IOException {
        WholeText whole = WholeText.of(file);
        int body = MarkdownContainer.body(whole.text());
        String edited = TextEdit.markdown(whole.text())
                .with(policy.places(), whole.text().substring(body));
        return whole.with(whole.text().substring(0, body) + edited);
    }

    private static Source page(Source file, ExplicitPolicy policy) throws IOException {
        WholeText whole = WholeText.of(file);
        return whole.with(PageEdit.with(policy.places(), whole.text()));
    }

    /// Whether people find a notice in the file; bytes of any kind are answered.
    public Perceived perceive(MediaType type, Source file) throws IOException {
        try {
            return switch (type) {
                case TEXT -> inText(WholeText.of(file).text());
                case MARKDOWN -> {
                    String text = WholeText.of(file).text();
                    yield inText(text.substring(MarkdownContainer.body(text)));
                }
                case HTML ->
                    inText(PageEdit.visible(
                            HtmlPage.elements(WholeText.of(file).text()).body()));
                case PDF -> answer(PdfEdit.find(file), "first and last page");
                case DOCX -> answer(WordEdit.of(file).find(), "text, headers and footers");
                case JSON ->
                    new Perceived.NotChecked("a JSON file is read by programs; look where its content is shown");
                case XLSX, PPTX ->
                    new Perceived.NotChecked("cells and slides are not searched for a notice; open the file");
                case PNG, JPEG, WEBP, GIF, TIFF, HEIF, AVIF, WAV, MP3, FLAC, OGG, M4A, MP4, MOV, MKV, WEBM, FLV, AVI ->
                    new Perceived.NotChecked("a file of type " + type + " is no document");
            };
        } catch (LabelException unreadable) {
            return new Perceived.NotChecked(String.valueOf(unreadable.getMessage()));
        }
    }

    private static Perceived inText(String text) {
        return answer(TextNotices.find(text).or(() -> TextNotices.findCornerMark(text)), "start and end");
    }

    private static Perceived answer(Optional<String> where, String searched) {
        return where.isPresent()
                ? new Perceived.Found(where.get(), Optional.empty())
                : new Perceived.NotFound(searched);
    }
}
