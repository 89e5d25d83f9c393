package io.mingshi.console;

import io.mingshi.testkit.Architecture;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    @Test
    void theModuleHasTheShapeOfTheHouse() {
        Architecture.check("io.mingshi.console");
    }
}
