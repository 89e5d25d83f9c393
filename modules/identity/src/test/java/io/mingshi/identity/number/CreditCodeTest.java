package io.mingshi.identity.number;

import static io.mingshi.identity.number.NumberKind.CREDIT_CODE;
import static io.mingshi.identity.number.Vectors.failed;
import static io.mingshi.identity.number.Vectors.inspect;
import static org.assertj.core.api.Assertions.assertThat;

import io.mingshi.testkit.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CreditCodeTest {
    private static final String WRONG_ORGANIZATION_CODE = "91110000600037342P";

    @ParameterizedTest
    @Requirement("IDN-1")
    @ValueSource(
            strings = {
                "91110000600037341L",
                "91350100M000100Y43",
                "91000000000000000K",
                "91999999MA00000079",
                "93999999MA0000X07P",
                "12999999000000019J",
            })
    void aValidCodePassesEveryCheck(String code) {
        assertThat(failed(CREDIT_CODE, code)).isEmpty();
    }

    @ParameterizedTest
    @Requirement("IDN-1")
    @CsvSource({
        "910000000000000000,CHECKSUM",
        "91000000000000000I,FORMAT",
        "A1110000600037341L,CHECKSUM",
        "9111000060003734,FORMAT",
        "91AA0000600037341L,FORMAT",
    })
    void anInvalidCodeFailsThisCheck(String code, NumberCheck check) {
        assertThat(inspect(CREDIT_CODE, code).refusal()).map(Finding::check).contains(check);
    }

    @Test
    void aWrongOrganisationCodeIsOnlyAWarning() {
        assertThat(failed(CREDIT_CODE, WRONG_ORGANIZATION_CODE)).containsExactly(NumberCheck.ORGANIZATION_CODE);
        assertThat(inspect(CREDIT_CODE, WRONG_ORGANIZATION_CODE).refusal()).isEmpty();
    }

    @Test
    @Requirement("IDN-3")
    void aLowerCaseCodeIsNormalised() {
        assertThat(inspect(CREDIT_CODE, "91110000600037341l").number()).isEqualTo("91110000600037341L");
    }
}
