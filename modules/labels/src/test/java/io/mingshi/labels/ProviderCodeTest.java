package io.mingshi.labels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.mingshi.testkit.Requirement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Requirement("PG-2.1")
class ProviderCodeTest {
    private static final String CHARACTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "001191000000000000000K10001",
                "001191000000000000000K00000",
                "001191000000000000000K2APP1",
                "001191440300708461136T1XGW3",
                "001191440300708461136T1308L",
                "001191110102MACQD9K64018705",
                "001191110102MACQD9K64028705",
                "001191110102MACQD9K64010000",
                "001191440300MA5G49LC9K1YO01",
                "001191610133596325171T12566",
                "001191320118MAK93FC72D10001"
            })
    void aWellFormedCodeIsAccepted(String code) {
        assertThat(ProviderCode.of(code).value()).isEqualTo(code);
    }

    @Test
    void changingAnyCharacterOfTheCreditCodeIsRefused() {
        String code = "001191000000000000000K10001";
        List<String> accepted = new ArrayList<>();
        for (int i = 4; i < 22; i++) {
            for (char c : CHARACTERS.toCharArray()) {
                String changed = code.substring(0, i) + c + code.substring(i + 1);
                if (!changed.equals(code) && ProviderCode.isValid(changed)) {
                    accepted.add(changed);
                }
            }
        }
        assertThat(accepted).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "AIGC",
                "001191000000000000000K1000",
                "001191000000000000000K100011",
                "011191000000000000000K10001",
                "003191000000000000000K10001",
                "001291000000000000000K10001",
                "001191000000000000000K30001",
                "001191000000000000000K0ABCD",
                "001191000000000000000K1abcd",
                "001191000000000000000k10001",
                "001191000000000000000K1 001",
                "００1191000000000000000K10001"
            })
    void anyOtherCodeIsRefusedWithASentence(String code) {
        assertThatExceptionOfType(LabelException.class)
                .isThrownBy(() -> ProviderCode.of(code))
                .withMessageStartingWith("the provider code ")
                .matches(e -> e.code() == LabelException.Code.INVALID_PROVIDER_CODE);
    }

    @Test
    void anIndividualIsBoundByAnIdentityNumber() {
        assertThatCode(() -> ProviderCode.of("0021" + "99999919000101004X" + "00000"))
                .doesNotThrowAnyException();
        assertThat(ProviderCode.isValid("0021" + "999999190001010041" + "00000"))
                .isFalse();
    }
}
