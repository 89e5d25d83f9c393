package io.mingshi.identity.authority;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingshi.identity.Authority.Answer;
import io.mingshi.identity.Authority.Result;
import io.mingshi.identity.wire.Unanswered;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// Whatever an authority sends, it is an answer of its protocol or no answer; nothing else proves anybody.
class AnswersTest {
    private final ObjectMapper json = new ObjectMapper();

    @Property(tries = 2000)
    void onlyAnAgreeingAnswerOfThePlainProtocolMatches(@ForAll("answers") String text) throws JsonProcessingException {
        JsonNode reply = json.readTree(text);
        read(() -> PlainAuthority.answer(reply))
                .filter(answer -> answer.result() == Result.MATCH)
                .ifPresent(_ -> {
                    assertThat(reply.path("result").asText()).isEqualTo("MATCH");
                    assertThat(reply.path("fields").valueStream().allMatch(field -> field.asBoolean(false)))
                            .isTrue();
                    assertThat(reply.path("reference").asText()).isNotBlank();
                });
    }

    @Property(tries = 2000)
    void onlyAnAnswerToThisQuestionWithASubjectMatches(@ForAll("answers") String text) throws JsonProcessingException {
        JsonNode reply = json.readTree(text);
        read(() -> NationalService.answer(reply, "key"))
                .filter(answer -> answer.result() == Result.MATCH)
                .ifPresent(answer -> {
                    assertThat(reply.path("bizSeq").asText()).isEqualTo("key");
                    assertThat(answer.scoped()).isNotNull();
                });
    }

    @Property(tries = 2000)
    void onlyResultZeroOfTencentMatches(@ForAll("answers") String text) throws JsonProcessingException {
        JsonNode reply = json.readTree(text);
        for (Supplier<Answer> reading : List.<Supplier<Answer>>of(
                () -> TencentAuthority.document(reply), () -> TencentAuthority.phone(reply))) {
            read(reading)
                    .filter(answer -> answer.result() == Result.MATCH)
                    .ifPresent(_ -> assertThat(reply.path("Result").asText()).isEqualTo("0"));
        }
    }

    @Provide
    Arbitrary<String> answers() {
        Arbitrary<String> values = Arbitraries.of(
                "\"MATCH\"",
                "\"MISMATCH\"",
                "\"0\"",
                "\"1\"",
                "\"-1\"",
                "0",
                "null",
                "true",
                "{}",
                "[]",
                "\"key\"",
                "\"r-1\"",
                "\"ADULT\"",
                "\"a subject\"",
                "\"subject-of-16-or-more\"",
                "{\"name\":true}",
                "{\"name\":true,\"number\":false}",
                "{\"name\":\"true\"}",
                "\"\\u0000\"");
        Arbitrary<String> results = Arbitraries.oneOf(Arbitraries.of("\"MATCH\"", "\"0\""), values);
        Arbitrary<String> details = Arbitraries.oneOf(
                Arbitraries.of("\"key\"", "{\"name\":true}", "{\"name\":true,\"number\":false}"), values);
        Arbitrary<String> references = Arbitraries.oneOf(Arbitraries.of("\"r-1\""), values);
        return Combinators.combine(results, details, references, values, values)
                .as((a, b, c, d, e) -> "{\"result\":" + a + ",\"fields\":" + b + ",\"reference\":" + c + ",\"bizSeq\":"
                        + b + ",\"authSeq\":" + c + ",\"authResult\":" + a + ",\"subject\":" + d + ",\"ageGroup\":" + e
                        + ",\"Result\":" + a + ",\"RequestId\":" + c + "}");
    }

    private static Optional<Answer> read(Supplier<Answer> reading) {
        try {
            return Optional.of(reading.get());
        } catch (Unanswered e) {
            return Optional.empty();
        }
    }
}
