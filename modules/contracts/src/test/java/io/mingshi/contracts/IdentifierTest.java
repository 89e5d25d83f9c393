package io.mingshi.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class IdentifierTest {
    @Test
    void anIdKeepsItsCharacters() {
        assertThat(new ProduceId("01JDC5M8XQ_a.b-c")).hasToString("01JDC5M8XQ_a.b-c");
    }

    @Test
    void anIdThatALabelOrATopicKeyCannotCarryIsRefusedWithoutRepeatingIt() {
        for (var wrong : new String[] {"", "a b", "a\"b", "名", "a/b", "x".repeat(65)}) {
            assertThatThrownBy(() -> new PersonId(wrong))
                    .isInstanceOf(ProblemException.class)
                    .hasMessage("MALFORMED_ID: a person id has 1 to 64 characters of A-Z a-z 0-9 _ . -,"
                            + " which the given one does not");
        }
    }
}
