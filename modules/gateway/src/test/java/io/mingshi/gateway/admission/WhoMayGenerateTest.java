package io.mingshi.gateway.admission;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WhoMayGenerateTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "allow", "TEXT", "publish", "refuse, text"})
    void withAPolicyThatNobodyKnowsNothingStarts(String policy) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WhoMayGenerate.allowsText(policy))
                .withMessageContaining("mingshi.gateway.unverified");
    }
}
