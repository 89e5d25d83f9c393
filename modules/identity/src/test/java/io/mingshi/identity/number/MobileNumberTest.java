package io.mingshi.identity.number;

import static io.mingshi.identity.number.NumberKind.MOBILE;
import static io.mingshi.identity.number.Vectors.failed;
import static io.mingshi.identity.number.Vectors.inspect;
import static org.assertj.core.api.Assertions.assertThat;

import io.mingshi.testkit.Requirement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MobileNumberTest {
    @ParameterizedTest
    @Requirement("IDN-6")
    @ValueSource(
            strings = {
                "13800138000",
                "+8613800138000",
                "+86 138 0013 8000",
                "008613800138000",
                "8613800138000",
                "138-0013-8000",
                "＋８６１３８００１３８０００",
            })
    void spellingsOfOneNumberAreNormalisedToElevenDigits(String typed) {
        assertThat(inspect(MOBILE, typed).number()).isEqualTo("13800138000");
        assertThat(failed(MOBILE, typed)).isEmpty();
    }

    @ParameterizedTest
    @Requirement("IDN-6")
    @ValueSource(strings = {"12800138000", "1380013800", "+85291234567", "1064012345678", "138001380001", ""})
    void anotherNumberIsRefused(String typed) {
        assertThat(failed(MOBILE, typed)).containsExactly(NumberCheck.FORMAT);
    }
}
