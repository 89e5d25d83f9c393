package io.mingshi.records.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingshi.records.RetentionClass;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Period;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetentionPolicyTest {
    @Test
    void aSettingLengthens() {
        RetentionPolicy policy = with("network-log", "P18M");
        assertThat(policy.maximum(RetentionClass.NETWORK_LOG).map(Period::toTotalMonths))
                .contains(18L);
        assertThat(policy.maximum(RetentionClass.CONSENT)).isEqualTo(RetentionClass.CONSENT.maximum());
    }

    @ParameterizedTest
    @ValueSource(strings = {"P11M", "P1D", "P1Y1D", "-P2Y", "P0M", "a year", "P999999999Y"})
    void aSettingThatIsShorterOrNoWholeMonthsKeepsTheServiceFromStarting(String value) {
        assertThatThrownBy(() -> with("network-log", value))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("mingshi.records.retention.network-log=" + value);
    }

    @Test
    void whatStaysCannotBeMadeToGo() {
        assertThatThrownBy(() -> with("unclassed", "P20Y")).isInstanceOf(IllegalStateException.class);
    }

    private static RetentionPolicy with(String name, String value) {
        return new RetentionPolicy(new SmallRyeConfigBuilder()
                .withDefaultValues(Map.of("mingshi.records.retention." + name, value))
                .build());
    }
}
