package io.mingshi.gateway;

import io.mingshi.testkit.Architecture;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    @Test
    void theModuleHasTheShapeOfAService() {
        Architecture.check("io.mingshi.gateway");
    }
}
