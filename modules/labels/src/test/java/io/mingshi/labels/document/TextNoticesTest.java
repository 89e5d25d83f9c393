package io.mingshi.labels.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingshi.testkit.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Requirement("GB-5.1")
class TextNoticesTest {
    private static final String LONG = "这是一段普通的文字。".repeat(60);

    @Test
    void aNoticeIsFoundInTheFirstAndTheLastWindow() {
        assertThat(TextNotices.find("（AI生成）" + LONG)).contains("start");
        assertThat(TextNotices.find(LONG + "\n本文由人工智能合成")).contains("end");
        assertThat(TextNotices.find(LONG + "【AI生成】" + LONG)).isEmpty();
        assertThat(TextNotices.find(LONG + Notice.MIDDLE + LONG)).contains("middle");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[AI] text", "【AI】正文", " ᴬᴵtext", "text（AI）", "text\n「AI」\n"})
    void aCornerMarkIsFoundSeparately(String text) {
        assertThat(TextNotices.findCornerMark(text)).isPresent();
        assertThat(TextNotices.find(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"AI", "AI text", "text about [AI] and more", "[AIGC]", "(ai)", ""})
    void wordsAboutAiAreNoCornerMark(String text) {
        assertThat(TextNotices.findCornerMark(text)).isEmpty();
    }
}
