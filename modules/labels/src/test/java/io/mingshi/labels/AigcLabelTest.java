package io.mingshi.labels;

import static io.mingshi.labels.Samples.ID;
import static io.mingshi.labels.Samples.PRODUCER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.mingshi.testkit.Requirement;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AigcLabelTest {
    private static final String JSON = AigcLabel.generated(PRODUCER, ID).toJson();

    @Requirement({"GB-E.1", "GB-E.3"})
    @Test
    void theSevenKeysAreWrittenInTheirOrderAsStrings() {
        assertThat(JSON)
                .isEqualTo(
                        "{\"Label\":\"1\",\"ContentProducer\":\"001191000000000000000K10001\",\"ProduceID\":\"" + ID
                                + "\",\"ReservedCode1\":\"\",\"ContentPropagator\":\"\",\"PropagateID\":\"\",\"ReservedCode2\":\"\"}");
    }

    @Requirement("GB-E.6")
    @ParameterizedTest
    @ValueSource(strings = {"%s", "{\"AIGC\":%s}", " { \"AIGC\" : %s } \n"})
    void wrappedAndBareObjectsAreRead(String form) {
        assertThat(AigcLabel.parse(form.formatted(JSON))).isEqualTo(AigcLabel.generated(PRODUCER, ID));
    }

    @Requirement("GB-E.2")
    @Test
    void aNumericLabelIsReadAndNeverWritten() {
        AigcLabel.Reading reading = AigcLabel.read(JSON.replace("\"1\"", "1"));
        assertThat(reading.label()).contains(AigcLabel.generated(PRODUCER, ID));
        assertThat(reading.notes()).containsExactly(Finding.Code.NUMERIC_LABEL);
        assertThat(reading.label().orElseThrow().toJson()).isEqualTo(JSON);
    }

    @Requirement({"GB-E.1", "GB-E.2", "GB-E.6"})
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
                    "{\\"Label\\":\\"1\\"}" | DOUBLE_ENCODED
                    {"AIGC":"{}"} | DOUBLE_ENCODED
                    {"Label":"1","Label":"1"} | DUPLICATE_KEY
                    {"AIGC":{"Label":"1","ProduceID":"a","ProduceID":"b"}} | DUPLICATE_KEY
                    {"Label":"4"} | LABEL_OUT_OF_RANGE
                    {"Label":"1","ContentProducer":null} | NOT_A_STRING
                    {"Label":"1","Extra":"1"} | UNKNOWN_KEY
                    {"ContentProducer":"x","Label":"1"} | WRONG_ORDER
                    {"Label":"1"} | MISSING_KEY
                    {} | MISSING_KEY
                    {"Label":"1" | MALFORMED_JSON
                    {"Label":"1"}} | MALFORMED_JSON
                    {"Label":"1",} | MALFORMED_JSON
                    {'Label':'1'} | MALFORMED_JSON
                    [] | MALFORMED_JSON
                    """)
    void whatBreaksAnnexEIsNamedAndRefused(String json, Finding.Code fault) {
        assertThat(AigcLabel.read(json).notes()).contains(fault);
        assertThatExceptionOfType(LabelException.class).isThrownBy(() -> AigcLabel.parse(json));
    }

    @Requirement("GB-E.4")
    @ParameterizedTest
    @ValueSource(strings = {"", "with space", "back\\slash", "名", "tab\t", "\u007f"})
    void aNumberThatAnnexEDoesNotAllowIsNotWritten(String produceId) {
        assertThatExceptionOfType(LabelException.class)
                .isThrownBy(() -> AigcLabel.generated(PRODUCER, produceId))
                .matches(e -> e.code() == LabelException.Code.INVALID_LABEL);
    }

    @Requirement("GB-E.4")
    @Test
    void unusualCharactersAreReadAndReported() {
        AigcLabel.Reading reading = AigcLabel.read(JSON.replace("001191000000000000000K10001", "某公司"));
        assertThat(reading.label().orElseThrow().contentProducer()).isEqualTo("某公司");
        assertThat(reading.notes()).isEqualTo(List.of(Finding.Code.UNUSUAL_CHARACTER, Finding.Code.PRODUCER_IS_A_NAME));
    }

    /// Part of LAB-10.2.
    @Test
    void aCodeWithAWrongCheckCharacterIsReported() {
        assertThat(AigcLabel.read(JSON.replace("000K1", "001K1")).notes())
                .containsExactly(Finding.Code.INVALID_PROVIDER_CODE);
    }

    @Property
    void everythingWrittenIsReadBackEqual(@ForAll("values") String id, @ForAll("values") String reserved) {
        AigcLabel label = new AigcLabel("2", PRODUCER.value(), id, reserved, "", id, "");
        assertThat(AigcLabel.parse(label.toJson())).isEqualTo(label);
    }

    @Property
    void readingAnyTextEndsInALabelOrInNotes(@ForAll String text) {
        AigcLabel.Reading reading = AigcLabel.read(text);
        assertThat(reading.label().isPresent() || !reading.notes().isEmpty()).isTrue();
    }

    @Provide
    Arbitrary<String> values() {
        return Arbitraries.strings()
                .withCharRange('!', '~')
                .excludeChars('\\')
                .ofMinLength(1)
                .ofMaxLength(200);
    }
}
