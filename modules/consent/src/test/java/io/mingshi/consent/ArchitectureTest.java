package io.mingshi.consent;

import io.mingshi.testkit.Architecture;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    @Test
    void theModuleHasTheShapeOfAService() {
        Architecture.check("io.mingshi.consent");
    }
}
