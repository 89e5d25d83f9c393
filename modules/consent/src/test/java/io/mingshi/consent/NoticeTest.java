package io.mingshi.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoticeTest {
    @ParameterizedTest
    @CsvSource({
        "2026-11-22,a68707d9e3430add49e2a77d640f88ce2ddb904fcab87bbf6b20520e02974e7a",
        "2026-11-24,a3a918667e21696a1cb5af473d9021c2b2a25f8c838c4218f377c7127a790106",
    })
    void aPublishedVersionIsNeverEdited(String version, String hash) {
        assertThat(Notice.wording(version).hash()).isEqualTo(hash);
    }

    @Test
    void everyVersionIsPinnedAboveAndTheNewestIsCurrent() {
        assertThat(Notice.VERSIONS)
                .containsExactly("2026-11-22", "2026-11-24")
                .last()
                .isEqualTo(Notice.CURRENT);
    }

    @Test
    void aVersionThatWasNeverShownIsUnknown() {
        assertThatThrownBy(() -> Notice.wording("../notice/2026-11-24")).hasMessageContaining("no notice");
    }
}
