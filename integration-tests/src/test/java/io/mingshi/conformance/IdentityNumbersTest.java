package io.mingshi.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mingshi.client.Answer;
import io.mingshi.client.Platform;
import io.mingshi.testkit.Requirement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The published and constructed vectors of identity numbers, each check reported on its own.
class IdentityNumbersTest {
    private static final String ORGANIZATION_CODE = "ORGANIZATION_CODE";

    /// Thousands of questions are asked here, for which REST Assured is too slow.
    private static final Platform PROVIDER = Platform.at(Provider.base());

    @ParameterizedTest
    @Requirement({"IDN-1", "IDN-2"})
    @CsvSource(textBlock = """
            RESIDENT_ID,      11010519491231002X, ''
            RESIDENT_ID,      440524188001010014, AGE
            RESIDENT_ID,      360426199101010071, ''
            RESIDENT_ID,      33010219200403064X, ''
            RESIDENT_ID,      150102880730303,    ''
            RESIDENT_ID,      000000190001010017, AREA
            RESIDENT_ID,      99999919000101004X, AREA
            RESIDENT_ID,      999999200002290027, AREA
            RESIDENT_ID,      999999190002290012, AREA DATE
            RESIDENT_ID,      999999209901010018, AREA FUTURE
            RESIDENT_ID,      110000190001010012, ''
            RESIDENT_ID,      110000190001010020, ''
            RESIDENT_ID,      110105194912310021, CHECKSUM
            PERMIT,           81000019980902013X, ''
            PERMIT,           820000200009100032, ''
            PERMIT,           830000200209060065, ''
            PERMIT,           810000190001010018, ''
            PERMIT,           820000190001010028, ''
            PERMIT,           830000190001010038, ''
            FOREIGN_RESIDENT, 911124198108030024, ''
            FOREIGN_RESIDENT, 932682198501010017, ''
            FOREIGN_RESIDENT, 931840190001010010, ''
            FOREIGN_RESIDENT, 911000190001010012, NATIONALITY
            CREDIT_CODE,      91110000600037341L, ''
            CREDIT_CODE,      91350100M000100Y43, ''
            CREDIT_CODE,      91000000000000000K, ''
            CREDIT_CODE,      91999999MA00000079, ''
            CREDIT_CODE,      93999999MA0000X07P, ''
            CREDIT_CODE,      12999999000000019J, ''
            CREDIT_CODE,      910000000000000000, CHECKSUM
            CREDIT_CODE,      91000000000000000I, FORMAT
            CREDIT_CODE,      A1110000600037341L, CHECKSUM
            """)
    void eachVectorFailsExactlyTheChecksItShould(String kind, String number, String failing) {
        List<String> expected =
                Stream.of(failing.split(" ")).filter(name -> !name.isEmpty()).toList();

        assertThat(failed(kind, number)).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    @Requirement("IDN-1")
    void anOldNumberIsReadAsItsFormOfEighteenCharacters() {
        assertThat(check("RESIDENT_ID", "150102880730303").path("normalized-masked"))
                .isEqualTo(check("RESIDENT_ID", "150102198807303035").path("normalized-masked"));
    }

    @ParameterizedTest
    @Requirement("IDN-1")
    @CsvSource({
        "RESIDENT_ID, 110000190001010012",
        "RESIDENT_ID, 110000190001010020",
        "PERMIT, 810000190001010018",
        "PERMIT, 820000190001010028",
        "PERMIT, 830000190001010038",
        "FOREIGN_RESIDENT, 931840190001010010",
        "CREDIT_CODE, 91000000000000000K",
        "CREDIT_CODE, 91999999MA00000079",
        "CREDIT_CODE, 93999999MA0000X07P",
        "CREDIT_CODE, 12999999000000019J"
    })
    void noSingleChangeAndNoSwapOfNeighboursIsAccepted(String kind, String number) {
        assertThat(mistyped(number)
                        .parallel()
                        .filter(wrong -> failed(kind, wrong).isEmpty()))
                .isEmpty();
    }

    @Test
    @Requirement("IDN-3")
    void lowerCaseAndFullWidthCharactersAreNormalised() {
        assertThat(failed("RESIDENT_ID", "33010219200403064x")).isEmpty();
        assertThat(failed("RESIDENT_ID", "３３０１０２１９２００４０３０６４Ｘ")).isEmpty();
        assertThat(failed("MOBILE", "１３８００１３８０００")).isEmpty();
    }

    @Test
    @Requirement("IDN-4")
    void eachDocumentIsItsOwnKind() {
        assertThat(failed("PERMIT", "81000019980902013X")).isEmpty();
        assertThat(failed("RESIDENT_ID", "81000019980902013X")).contains("AREA");
        assertThat(failed("FOREIGN_RESIDENT", "911124198108030024")).isEmpty();
        assertThat(failed("RESIDENT_ID", "911124198108030024")).contains("AREA");
        assertThat(failed("PERMIT", "110000190001010012")).contains("AREA");
    }

    @ParameterizedTest
    @Requirement("IDN-6")
    @ValueSource(strings = {"13800138000", "+8613800138000", "008613800138000", "86 138 0013 8000", "138-0013-8000"})
    void mobileNumbersAreAcceptedWithAndWithoutCountryCode(String number) {
        assertThat(failed("MOBILE", number)).isEmpty();
    }

    @ParameterizedTest
    @Requirement("IDN-6")
    @ValueSource(strings = {"12800138000", "1380013800", "+85291234567", "138001380000"})
    void otherNumbersAreNotMobileNumbersOfTheMainland(String number) {
        assertThat(failed("MOBILE", number)).contains("FORMAT");
    }

    private static Stream<String> mistyped(String number) {
        var wrong = new ArrayList<String>();
        for (int i = 0; i < number.length(); i++) {
            for (char digit = '0'; digit <= '9'; digit++) {
                wrong.add(number.substring(0, i) + digit + number.substring(i + 1));
            }
            if (i > 0) {
                wrong.add(
                        number.substring(0, i - 1) + number.charAt(i) + number.charAt(i - 1) + number.substring(i + 1));
            }
        }
        return wrong.stream().filter(other -> !other.equals(number)).distinct();
    }

    /// The checks that the number fails; the one on an organisation code's own check character is only a warning.
    private static List<String> failed(String kind, String number) {
        return StreamSupport.stream(check(kind, number).path("checks").spliterator(), false)
                .filter(check -> !check.path("passed").asBoolean())
                .map(check -> check.path("check").asText())
                .filter(check -> !check.equals(ORGANIZATION_CODE))
                .toList();
    }

    private static JsonNode check(String kind, String number) {
        try {
            Answer answer = PROVIDER.post("/api/identity/document-checks", Map.of("kind", kind, "number", number));
            assertThat(answer.status()).isEqualTo(200);
            return answer.json();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
