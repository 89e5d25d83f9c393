package io.mingshi.labels.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingshi.labels.ExplicitPolicy;
import io.mingshi.labels.MediaType;
import io.mingshi.labels.container.Container;
import io.mingshi.labels.container.LabelSite;
import io.mingshi.labels.container.Perceived;
import io.mingshi.labels.container.document.HtmlContainer;
import io.mingshi.labels.container.document.MarkdownContainer;
import io.mingshi.labels.container.document.OfficeContainer;
import io.mingshi.labels.container.document.PdfContainer;
import io.mingshi.labels.source.Source;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BothLabelsTest {
    private static final String JSON =
            "{\"Label\":\"1\",\"ContentProducer\":\"001191000000000000000K10001\",\"ProduceID\":\"x\",\"ReservedCode1\":\"\","
                    + "\"ContentPropagator\":\"\",\"PropagateID\":\"\",\"ReservedCode2\":\"\"}";

    private static Source sample(MediaType type) throws IOException {
        return switch (type) {
            case MARKDOWN -> Source.of("# Title\n\ntext\n".getBytes(StandardCharsets.UTF_8));
            case HTML -> Source.of("<!doctype html><html><p>text".getBytes(StandardCharsets.UTF_8));
            case PDF -> golden("streams.pdf");
            case DOCX -> golden("story.docx");
            default -> throw new AssertionError("no sample of " + type);
        };
    }

    private static Source golden(String name) throws IOException {
        try (InputStream file = BothLabelsTest.class.getResourceAsStream("/io/mingshi/labels/document/" + name)) {
            return Source.of(file.readAllBytes());
        }
    }

    private static Container container(MediaType type) {
        return switch (type) {
            case MARKDOWN -> new MarkdownContainer();
            case HTML -> new HtmlContainer();
            case PDF -> new PdfContainer();
            case DOCX -> new OfficeContainer();
            default -> throw new AssertionError("no container for " + type);
        };
    }

    @ParameterizedTest
    @EnumSource(names = {"MARKDOWN", "HTML", "PDF", "DOCX"})
    void bothLabelsStandInTheFileWhicheverComesFirst(MediaType type) throws Exception {
        DocumentEditor editor = new DocumentEditor();
        Source first = container(type).label(editor.edit(type, sample(type), ExplicitPolicy.STANDARD), JSON);
        Source last = editor.edit(type, container(type).label(sample(type), JSON), ExplicitPolicy.STANDARD);
        for (Source file : new Source[] {first, last}) {
            assertThat(container(type).read(file).sites())
                    .extracting(LabelSite::text)
                    .containsExactly(JSON);
            assertThat(container(type).read(file).flaws()).isEmpty();
            assertThat(editor.perceive(type, file)).isInstanceOf(Perceived.Found.class);
            assertThat(MediaType.sniff(file)).contains(type);
        }
    }
}
