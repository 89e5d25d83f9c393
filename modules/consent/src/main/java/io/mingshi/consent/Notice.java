package io.mingshi.consent;

import io.mingshi.contracts.Modality;
import io.mingshi.contracts.ModelId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The notice that the depicted person reads before answering, in Chinese and English.
///
/// It names the handler and contact, the purpose, method, kinds and retention of the information, the rights and how to
/// use them, and, because biometric information is sensitive, why it is needed and what it means for the person.
/// [PIPL-17, 30](https://www.cac.gov.cn/2021-08/20/c_1631050028355286.htm)
///
/// A version once published is never edited: new words are a new file under `notice/` and a new [#CURRENT].
public final class Notice {
    /// The version that new requests use.
    public static final String CURRENT = "2026-11-22";

    private static final Pattern BLANK = Pattern.compile("\\{([a-z]+)}");
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    private Notice() {}

    public static String chinese(Terms terms) {
        return filled(terms, "zh", "、", modality -> switch (modality) {
            case FACE_IMAGE -> "图片中的人脸";
            case FACE_VIDEO -> "视频中的人脸";
            case VOICE -> "声音";
        });
    }

    public static String english(Terms terms) {
        return filled(terms, "en", ", ", modality -> switch (modality) {
            case FACE_IMAGE -> "your face in pictures";
            case FACE_VIDEO -> "your face in videos";
            case VOICE -> "your voice";
        });
    }

    private static String filled(Terms terms, String language, String comma, Function<Modality, String> modalityName) {
        Map<String, String> values = Map.of(
                "handler", terms.handler().name(),
                "contact", terms.handler().contact(),
                "requester", terms.requester().value(),
                "purpose", terms.scope().purpose(),
                "until", MINUTE.format(terms.validUntil()),
                "kinds",
                        terms.scope().modalities().stream()
                                .sorted()
                                .map(modalityName)
                                .collect(Collectors.joining(comma)),
                "models",
                        terms.scope().models().stream()
                                .map(ModelId::value)
                                .sorted()
                                .collect(Collectors.joining(comma)));
        return BLANK.matcher(template(terms.noticeVersion(), language))
                .replaceAll(blank ->
                        Matcher.quoteReplacement(Objects.requireNonNull(values.get(blank.group(1)), blank.group())));
    }

    private static String template(String version, String language) {
        String name = "notice/" + version + "." + language + ".txt";
        try (var in = Notice.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the notice " + name + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the notice " + name + " cannot be read", e);
        }
    }
}
