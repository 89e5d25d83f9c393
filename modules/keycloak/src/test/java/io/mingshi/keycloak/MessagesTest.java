package io.mingshi.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesTest {
    private static final String THEME = "/theme/mingshi/login/";

    @Test
    void bothLanguagesSayTheSame() throws IOException {
        assertThat(messages("zh_CN").stringPropertyNames())
                .isEqualTo(messages("en").stringPropertyNames());
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh_CN", "en"})
    void everyRefusalIsExplained(String language) throws IOException {
        Properties messages = messages(language);
        assertThat(Arrays.stream(Refusal.values()).map(Refusal::message))
                .allSatisfy(key -> assertThat(messages.getProperty(key)).isNotBlank());
        assertThat(messages.getProperty("verify.unanswered")).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh_CN", "en"})
    void everyWayAndEveryStateHasItsWords(String language) throws IOException {
        Properties messages = messages(language);
        assertThat(Arrays.stream(Way.values()).flatMap(way -> Stream.of("way." + way, "notice.what." + way)))
                .allSatisfy(
                        key -> assertThat(messages.getProperty("verify." + key)).isNotBlank());
        assertThat(Arrays.stream(Stand.State.values()).filter(state -> state != Stand.State.NEW))
                .allSatisfy(state -> assertThat(messages.getProperty("verify.stand." + state))
                        .isNotBlank());
    }

    @Test
    void everyStateLeavesAWayThatCanEndIt() {
        for (Stand.State state : Stand.State.values()) {
            assertThat(new Stand(state, true).ways()).containsExactly(Way.NATIONAL_IDENTITY);
            assertThat(new Stand(state, false).ways()).isNotEmpty();
        }
        assertThat(new Stand(Stand.State.TAKEOVER_SUSPECTED, false).ways()).containsExactly(Way.MOBILE);
        assertThat(new Stand(Stand.State.REVOKED, false).verifiable()).isFalse();
    }

    /// A page without scripts works for everybody, and no injected text becomes one.
    @Test
    void noPageOfTheThemeHoldsAScript() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources/theme"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".ftl")))
                    .hasSizeGreaterThan(2)
                    .allSatisfy(file -> assertThat(Files.readString(file))
                            .doesNotContainIgnoringCase("<script")
                            .doesNotContainPattern("\\son[a-z]+="));
        }
    }

    private static Properties messages(String language) throws IOException {
        var messages = new Properties();
        try (var in = MessagesTest.class.getResourceAsStream(THEME + "messages/messages_" + language + ".properties");
                var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            messages.load(reader);
        }
        return messages;
    }
}
