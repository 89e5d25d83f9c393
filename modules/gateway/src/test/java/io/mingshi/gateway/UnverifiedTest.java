package io.mingshi.gateway;

import io.mingshi.testkit.Requirement;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/// As a provider gets it: an account that is not verified neither generates nor publishes, through any address.
@QuarkusTest
class UnverifiedTest extends UnverifiedAccounts {
    @Test
    @Requirement("DSP-09.2")
    void nothingIsGeneratedOrReleasedForAnAccountThatIsNotVerified() {
        nothingIsReleased();
        for (Surface surface : Surface.values()) {
            surface.modes().forEach(streamed -> nothingIsGenerated(surface, streamed));
        }
    }
}
