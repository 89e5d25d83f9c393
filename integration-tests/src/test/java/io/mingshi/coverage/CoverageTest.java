package io.mingshi.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CoverageTest {
    private static final Map<String, Requirement> ONE =
            Map.of("LAB-1", new Requirement("LAB-1", "a rule", "labeling", "says what it is", "confirmed"));

    @Test
    void aTestedRequirementIsShownWhole() {
        assertThat(of("LAB-1", "passed", Map.of()).count(Coverage.State.TESTED)).isEqualTo(1);
    }

    @Test
    void whatATestLeavesOpenMakesItPartly() {
        Coverage coverage = of("LAB-1", "passed", Map.of("LAB-1", "partly: not in video"));

        assertThat(coverage.count(Coverage.State.PARTLY)).isEqualTo(1);
        assertThat(new CoverageTable(coverage).markdown()).contains("partly: not in video<br>`ATest.holds` passed");
    }

    @Test
    void anUnknownIdFailsTheBuild() {
        assertThatThrownBy(() -> of("LAB-2", "passed", Map.of("LAB-1", "not yet")))
                .hasMessageContaining("io.mingshi.ATest#holds claims the unknown id LAB-2");
        assertThatThrownBy(() -> of("LAB-1", "passed", Map.of("LAB-3", "not yet")))
                .hasMessageContaining("lists the unknown id LAB-3");
    }

    @Test
    void aFailedOutcomeFailsTheBuild() {
        assertThatThrownBy(() -> of("LAB-1", "failed", Map.of())).hasMessageContaining("LAB-1 does not hold");
    }

    @Test
    void aRequirementNeedsATestOrAReason() {
        assertThatThrownBy(() -> Coverage.of(ONE, List.of(), Map.of()))
                .hasMessageContaining("neither a test nor a reason");
    }

    @Test
    void aReasonThatATestHasOvertakenFailsTheBuild() {
        assertThatThrownBy(() -> of("LAB-1", "passed", Map.of("LAB-1", "not yet")))
                .hasMessageContaining("and listed in");
    }

    private static Coverage of(String id, String result, Map<String, String> reasons) {
        return Coverage.of(ONE, List.of(new Outcome(id, "io.mingshi.ATest#holds", result)), reasons);
    }
}
