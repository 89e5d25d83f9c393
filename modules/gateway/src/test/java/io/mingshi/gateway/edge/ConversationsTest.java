package io.mingshi.gateway.edge;

import static io.mingshi.gateway.GatewayProblem.INVALID_REQUEST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingshi.contracts.ProblemException;
import io.mingshi.gateway.Prompt;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConversationsTest {
    private final ObjectMapper json = new ObjectMapper();

    @ParameterizedTest
    @ValueSource(strings = {"9223372036854775807", "4611686018427387904", "1000001", "0", "-1", "1.5", "\"10\"", "[]"})
    void anAnswerWhoseLengthCannotBeReckonedWithIsRefused(String length) {
        for (String name : new String[] {"max_tokens", "max_completion_tokens"}) {
            assertThatThrownBy(() -> read(name, length))
                    .isInstanceOfSatisfying(
                            ProblemException.class, e -> assertThat(e.problem()).isEqualTo(INVALID_REQUEST))
                    .hasMessageContaining(name);
        }
    }

    @Test
    void aLengthThatCountsIsPassedOn() throws JsonProcessingException {
        assertThat(read("max_tokens", "1000000").request()).contains("\"max_tokens\":1000000");
        assertThat(read("max_tokens", "null").request()).doesNotContain("max_tokens");
    }

    private Prompt.Chat read(String name, String value) throws JsonProcessingException {
        return Conversations.read(
                Fields.of(json.readTree("{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}],\""
                        + name + "\":" + value + "}")),
                UnaryOperator.identity());
    }
}
