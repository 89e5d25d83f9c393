package io.mingshi.labels;

import static io.mingshi.labels.LabelException.Code.MALFORMED;

import io.mingshi.labels.document.Notice;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Puts the notice at the start of a text, the one place that a stream can still reach
/// ([LAB-4(1)](https://www.cac.gov.cn/2025-03/14/c_1743654684782215.htm), GB 45438-2025 clause 5.1).
final class TextLabeler implements FormatLabeler {
    static final String NOTICE = Notice.START + "\n\n";

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    @Override
    public MediaType type() {
        return MediaType.TEXT;
    }

    @Override
    public byte[] write(byte[] content, AigcLabel label) {
        String text = MediaType.utf8(content)
                .orElseThrow(() -> MALFORMED.with("the text is not UTF-8; convert it before labelling"));
        String body = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        String labelled = body.startsWith(NOTICE) ? body : NOTICE + body;
        return labelled.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Optional<String> explicitFlaw(byte[] labelled) {
        return MediaType.utf8(labelled).filter(text -> text.startsWith(NOTICE)).isPresent()
                ? Optional.empty()
                : Optional.of("is not the notice that comes before everything else");
    }
}
