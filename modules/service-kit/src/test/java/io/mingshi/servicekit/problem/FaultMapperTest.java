package io.mingshi.servicekit.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FaultMapperTest {
    @Test
    void theLogShowsNoLinkOfAPath() {
        String link = "aB3_-".repeat(7);
        assertThat(FaultMapper.withoutSecrets("/api/consent/invitations/" + link + "/visit"))
                .isEqualTo("/api/consent/invitations/…/visit");
        assertThat(FaultMapper.withoutSecrets("/api/consent/mine")).isEqualTo("/api/consent/mine");
    }
}
