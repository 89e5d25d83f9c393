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
import io.mingshi.labels.container.document.OfficePackage;
import io.mingshi.labels.container.document.OtherTool;
import io.mingshi.labels.source.Source;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OfficeNoticeTest {
    private static final ExplicitPolicy ALL =
            new ExplicitPolicy(EnumSet.allOf(Place.class), Corner.BOTTOM_RIGHT, false, Optional.empty(), false);

    private final DocumentEditor editor = new DocumentEditor();

    @TempDir
    private Path folder;

    private static Source story() throws IOException {
        try (InputStream file = OfficeNoticeTest.class.getResourceAsStream("/io/mingshi/labels/document/story.docx")) {
            return Source.of(file.readAllBytes());
        }
    }

    private static String part(Source file, String name) throws IOException {
        return new String(OfficePackage.of(file).part(name, 1 << 24).orElseThrow(), StandardCharsets.UTF_8);
    }

    private static Source with(String part, String text) throws IOException {
        return OfficePackage.of(story()).with(Map.of(part, text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void paragraphsAreAddedAndEveryOtherCharacterStays() throws Exception {
        Source edited = editor.edit(MediaType.DOCX, story(), ALL);
        String text = part(edited, "word/document.xml");
        assertThat(text.replaceAll("<w:p xmlns:w=.*?</w:p>", "")).isEqualTo(part(story(), "word/document.xml"));
        assertThat(text)
                .containsSubsequence(Notice.START, "Title", Notice.MIDDLE, "Last paragraph.", Notice.END, "<w:sectPr");
        assertThat(editor.perceive(MediaType.DOCX, edited)).isEqualTo(new Perceived.Found("start", Optional.empty()));
        assertThat(editor.edit(MediaType.DOCX, edited, ALL).bytes()).isEqualTo(edited.bytes());
    }

    @Test
    void aHiddenNoticeIsNoneAndOneInTheHeaderIsOne() throws Exception {
        String body =
                "<w:document xmlns:w='w'><w:body><w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>【AI生成】</w:t></w:r></w:p></w:body></w:document>";
        assertThat(editor.perceive(MediaType.DOCX, with("word/document.xml", body)))
                .isInstanceOf(Perceived.NotFound.class);
        String header = "<w:hdr xmlns:w='w'><w:p><w:r><w:t>人工智能</w:t></w:r><w:r><w:t>生成</w:t></w:r></w:p></w:hdr>";
        assertThat(editor.perceive(MediaType.DOCX, with("word/header1.xml", header)))
                .isEqualTo(new Perceived.Found("word/header1.xml", Optional.empty()));
    }

    @Test
    void aDocumentOfAnotherShapeIsLabelledOrRefused() throws Exception {
        String odd =
                "<document xmlns='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><body></body></document>";
        assertThat(editor.perceive(MediaType.DOCX, editor.edit(MediaType.DOCX, with("word/document.xml", odd), ALL)))
                .isInstanceOf(Perceived.Found.class);
        for (String broken :
                new String[] {"<w:document xmlns:w='w'><w:body/></w:document>", "<w:document xmlns:w='w'/>", "<x", ""
                }) {
            Source file = with("word/document.xml", broken);
            assertThatExceptionOfType(LabelException.class)
                    .isThrownBy(() -> editor.edit(MediaType.DOCX, file, ALL))
                    .satisfies(refused -> assertThat(refused.code()).isEqualTo(Code.MALFORMED));
            assertThat(editor.perceive(MediaType.DOCX, file)).isNotInstanceOf(Perceived.Found.class);
        }
    }

    @Test
    void pythonReadsTheArchiveAndItsXml() throws Exception {
        OtherTool.require("python3", "python3");
        Path file = Files.write(
                folder.resolve("a.docx"),
                editor.edit(MediaType.DOCX, story(), ALL).bytes());
        String program =
                "import zipfile,sys,xml.etree.ElementTree as e\nz=zipfile.ZipFile(sys.argv[1])\nassert z.testzip() is None\n"
                        + "w='{http://schemas.openxmlformats.org/wordprocessingml/2006/main}'\nb=e.fromstring(z.read('word/document.xml')).find(w+'body')\n"
                        + "print(''.join(t.text for t in b[0].iter(w+'t')))";
        assertThat(OtherTool.run(
                                "python3",
                                "-c",
                                "import sys; sys.stdout.reconfigure(encoding='utf-8')\n" + program,
                                file.toString())
                        .strip())
                .isEqualTo(Notice.START);
    }
}
