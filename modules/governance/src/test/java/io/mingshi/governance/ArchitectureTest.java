package io.mingshi.governance;

import io.mingshi.testkit.Architecture;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    @Test
    void theModuleHasTheShapeOfAllModules() {
        Architecture.check("io.mingshi.governance");
    }
}
