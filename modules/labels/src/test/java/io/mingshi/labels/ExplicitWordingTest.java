package io.mingshi.labels;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingshi.testkit.Requirement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Requirement("GB-5.0")
class ExplicitWordingTest {
    @ParameterizedTest
    @ValueSource(strings = {"AI生成", "人工智能生成", "人工智能生成合成", "本图由AI合成", "AI-生成", "合成 by AI"})
    void bothElementsConform(String text) {
        assertThat(ExplicitWording.conforms(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AI", "AIGC", "机器生成", "生成", "人工智能", "made by AI", "SAID 生成", "ai生成"})
    void oneElementAloneDoesNot(String text) {
        assertThat(ExplicitWording.conforms(text)).isFalse();
    }
}
