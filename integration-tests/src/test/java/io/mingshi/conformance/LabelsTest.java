package io.mingshi.conformance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.mingshi.labels.AigcLabel;
import io.mingshi.labels.ExplicitWording;
import io.mingshi.labels.Finding;
import io.mingshi.labels.LabelVerifier;
import io.mingshi.labels.ProviderCode;
import io.mingshi.labels.Verdict;
import io.mingshi.labels.VerificationReport;
import io.mingshi.testkit.Requirement;
import io.restassured.http.ContentType;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What leaves the service says what it is.
class LabelsTest {
    private static final Pattern BARE_LABEL = Pattern.compile("\\{\"Label\":.*?}");
    private final LabelVerifier verifier = new LabelVerifier();

    @Test
    @Requirement("LAB-04.1")
    void aReplySaysInItsTextThatItIsGenerated() {
        String reply = Provider.programOf("alice")
                .contentType(ContentType.JSON)
                .body(Work.chatRequest("Describe a harbour.", false))
                .post("/v1/chat/completions")
                .then()
                .statusCode(200)
                .extract()
                .path("choices[0].message.content");

        assertThat(ExplicitWording.conforms(firstOrLastLineOf(reply))).isTrue();
    }

    @Test
    @Requirement("LAB-04.1")
    void aStreamedReplySaysTheSame() {
        String stream = Provider.programOf("alice")
                .contentType(ContentType.JSON)
                .body(Work.chatRequest("Describe a harbour.", true))
                .post("/v1/chat/completions")
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertThat(stream).endsWith("data: [DONE]\n\n");
        String text = Pattern.compile("\"content\":\"(.*?)(?<!\\\\)\"")
                .matcher(stream)
                .results()
                .map(found -> found.group(1).replace("\\n", "\n"))
                .collect(Collectors.joining());
        assertThat(ExplicitWording.conforms(firstOrLastLineOf(text))).isTrue();
    }

    @Test
    @Requirement("LAB-04.2")
    void aSoundCarriesTheRhythmPrompt() {
        VerificationReport report = verifier.verify(Work.sound().content());

        assertThat(report.has(Finding.Code.EXPLICIT_FOUND)).isTrue();
    }

    @Test
    @Requirement("LAB-04.3")
    void anImageIsMarkedInItsCorner() throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(Work.image().content()));
        int side = Math.min(image.getWidth(), image.getHeight());

        assertThat(hasMarkOfHeight(image, (int) Math.ceil(0.05 * side))).isTrue();
    }

    @Test
    @Requirement("LAB-05.1")
    void theMetadataNamesAttributeProviderAndNumber() {
        for (Work work : new Work[] {Work.image(), Work.sound()}) {
            AigcLabel label = compliant(work.content());

            assertThat(label.label()).isEqualTo("1");
            assertThat(ProviderCode.of(label.contentProducer()).value()).isEqualTo(label.contentProducer());
            assertThat(label.produceId()).isEqualTo(work.id());
        }
    }

    @Test
    @Requirement({"GB-E.1", "GB-E.3"})
    void theLabelIsTheSevenKeysOfAnnexEInTheirOrder() {
        Work work = Work.sound();
        Matcher found = BARE_LABEL.matcher(new String(work.content(), ISO_8859_1));

        assertThat(found.find()).isTrue();
        assertThat(found.group())
                .matches(
                        "\\{\"Label\":\"1\",\"ContentProducer\":\"[!-~]+\",\"ProduceID\":\"[!-~]+\",\"ReservedCode1\":\"[!-~]*\","
                                + "\"ContentPropagator\":\"[!-~]*\",\"PropagateID\":\"[!-~]*\",\"ReservedCode2\":\"[!-~]*\"}");
        assertThat(found.find()).isFalse();
    }

    @Test
    @Requirement("GB-6.1")
    void anEditedPictureThatWasLabelledHoldsOneNewLabel() {
        Work first = Work.image();

        Work edited = Work.ofImages(Work.edit(first.content(), "none", "conformance"));

        assertThat(compliant(edited.content()).produceId())
                .isEqualTo(edited.id())
                .isNotEqualTo(first.id());
        assertThat(new String(edited.content(), ISO_8859_1)).doesNotContain(first.id());
    }

    @ParameterizedTest
    @Requirement("PG-X.3")
    @ValueSource(strings = {"mp3", "opus", "aac", "flac", "pcm"})
    void aFormatThatCannotBeLabelledIsRefusedAndNothingIsDelivered(String format) {
        Provider.programOf("alice")
                .contentType(ContentType.JSON)
                .body(Work.speechRequest("Good morning.", format))
                .post("/v1/audio/speech")
                .then()
                .statusCode(400)
                .contentType(ContentType.JSON)
                .body("error.code", not(equalTo(null)));
    }

    @Test
    void anybodyVerifiesAFile() {
        byte[] image = Work.image().content();

        verified(image).body("verdict", equalTo("COMPLIANT")).body("label.label", equalTo("1"));
        verified(Arrays.copyOf(image, image.length / 2)).body("verdict", equalTo("INCONCLUSIVE"));
    }

    private AigcLabel compliant(byte[] content) {
        VerificationReport report = verifier.verify(content);
        assertThat(report.verdict()).as("%s", report.findings()).isEqualTo(Verdict.COMPLIANT);
        return report.label().orElseThrow();
    }

    private static io.restassured.response.ValidatableResponse verified(byte[] content) {
        return Provider.stranger()
                .multiPart("file", "found.png", content, "image/png")
                .post("/api/labeling/verifications")
                .then()
                .statusCode(200);
    }

    private static String firstOrLastLineOf(String text) {
        var lines = text.lines().filter(line -> !line.isBlank()).toList();
        return lines.getFirst() + "\n" + lines.getLast();
    }

    /// Looks for a block of light ink on dark ground, or dark on light, along the lower edge.
    private static boolean hasMarkOfHeight(BufferedImage image, int height) {
        int top = -1;
        int bottom = -1;
        for (int y = image.getHeight() / 2; y < image.getHeight(); y++) {
            if (strongEdges(image, y) >= 4) {
                top = top < 0 ? y : top;
                bottom = y;
            }
        }
        return bottom - top + 1 >= height;
    }

    private static int strongEdges(BufferedImage image, int y) {
        int edges = 0;
        for (int x = image.getWidth() / 2; x < image.getWidth() - 1; x++) {
            if (Math.abs(brightness(image.getRGB(x, y)) - brightness(image.getRGB(x + 1, y))) > 80) {
                edges++;
            }
        }
        return edges;
    }

    private static int brightness(int rgb) {
        return ((rgb >> 16 & 0xFF) * 299 + (rgb >> 8 & 0xFF) * 587 + (rgb & 0xFF) * 114) / 1000;
    }
}
