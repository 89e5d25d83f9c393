package io.mingshi.consent;

import static io.mingshi.consent.ConsentProblem.NO_SUCH_NOTICE;

import io.mingshi.contracts.Modality;
import io.mingshi.contracts.ModelId;
import io.mingshi.contracts.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
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
    /// All versions, the oldest first; each stays readable.
    public static final List<String> VERSIONS = List.of("2026-11-22", "2026-11-24");

    /// The version that new requests use.
    public static final String CURRENT = VERSIONS.getLast();

    private static final Pattern BLANK = Pattern.compile("\\{([a-z]+)}");
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    private Notice() {}

    public static String chinese(Terms terms) {
        return filled(terms, "zh", "、", audienceInChinese(terms), modality -> switch (modality) {
            case FACE_IMAGE -> "图片中的人脸";
            case FACE_VIDEO -> "视频中的人脸";
            case VOICE -> "声音";
        });
    }

    public static String english(Terms terms) {
        return filled(terms, "en", ", ", audienceInEnglish(terms), modality -> switch (modality) {
            case FACE_IMAGE -> "your face in pictures";
            case FACE_VIDEO -> "your face in videos";
            case VOICE -> "your voice";
        });
    }

    /// The words of one version, with blanks in braces where a request fills in what it asks.
    ///
    /// @param hash SHA-256 of both texts, one after the other
    public record Wording(String version, String zh, String en, String hash) {}

    /// @throws io.mingshi.contracts.ProblemException `NO_SUCH_NOTICE`
    public static Wording wording(String version) {
        if (!VERSIONS.contains(version)) {
            throw NO_SUCH_NOTICE.with("no notice has this version; GET /api/consent/notices names them");
        }
        String zh = template(version, "zh");
        String en = template(version, "en");
        return new Wording(version, zh, en, Sha256.of(zh + en));
    }

    private static String filled(
            Terms terms, String language, String comma, String audience, Function<Modality, String> modalityName) {
        Map<String, String> values = Map.of(
                "handler", terms.handler().name(),
                "contact", terms.handler().contact(),
                "requester", terms.requester().value(),
                "purpose", terms.scope().purpose(),
                "audience", audience,
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

    private static String audienceInChinese(Terms terms) {
        return switch (terms.scope().audience()) {
            case PRIVATE -> "仅请求人本人";
            case LIMITED -> "请求人选定的特定人员";
            case PUBLIC -> "向公众公开";
        };
    }

    private static String audienceInEnglish(Terms terms) {
        return switch (terms.scope().audience()) {
            case PRIVATE -> "the requester alone";
            case LIMITED -> "people whom the requester chooses";
            case PUBLIC -> "anybody, in public";
        };
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
