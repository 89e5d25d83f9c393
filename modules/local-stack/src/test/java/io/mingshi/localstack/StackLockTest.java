package io.mingshi.localstack;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackLockTest {
    @TempDir
    private Path directory;

    @Test
    void aSecondStartIsRefusedWithTheFirstOnesProcessId() throws Exception {
        try (StackLock _ = StackLock.take(directory)) {
            assertThatThrownBy(() -> StackLock.take(directory))
                    .hasMessageContaining("process " + ProcessHandle.current().pid())
                    .hasMessageContaining("./mingshi down");
        }
        StackLock.take(directory).close();
    }
}
