package io.mingshi.localstack;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingshi.localstack.process.StackFailure;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class ShapeTest {
    @Test
    void aBusyPortIsRefusedWithItsHolder() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> Shape.requireFree(socket.getLocalPort()))
                    .isInstanceOf(StackFailure.class)
                    .hasMessageContaining("Port " + socket.getLocalPort() + " is taken by")
                    .hasMessageContaining("process " + ProcessHandle.current().pid() + " (java)");
        }
    }
}
