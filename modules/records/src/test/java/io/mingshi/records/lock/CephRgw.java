package io.mingshi.records.lock;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A Ceph object gateway of this Java process, started once; it ends with the process, however that ends: its
/// script reads a pipe that only this process holds.
final class CephRgw {
    private static final String ACCESS_KEY = "records-test";
    private static final String SECRET_KEY = UUID.randomUUID().toString();

    private static final List<String> PROGRAMS =
            List.of("ceph-mon", "ceph-osd", "radosgw", "radosgw-admin", "ceph", "curl", "setpriv", "setsid");

    private static @Nullable StoreAddress running;

    private CephRgw() {}

    /// The gateway's address; the test that asks is skipped where Ceph is not installed, and fails where Ceph is
    /// installed and does not start.
    static synchronized StoreAddress address() {
        assumeTrue(
                isInstalled(),
                "Ceph is not installed; on Debian: apt-get install radosgw ceph-mon ceph-osd ceph-common curl");
        if (running == null) {
            running = start();
        }
        return running;
    }

    static boolean isInstalled() {
        List<String> folders = List.of(System.getenv("PATH").split(File.pathSeparator, -1));
        return PROGRAMS.stream()
                .allMatch(program -> folders.stream().anyMatch(folder -> Files.isExecutable(Path.of(folder, program))));
    }

    private static StoreAddress start() {
        try {
            int gateway = freePort();
            Path target = Path.of("target").toAbsolutePath();
            Path folder = target.resolve("ceph-" + HexFormat.of().toHexDigits(System.nanoTime()));
            var builder = new ProcessBuilder(
                            "setsid",
                            "sh",
                            "src/test/scripts/ceph-rgw.sh",
                            folder.toString(),
                            String.valueOf(freePort()),
                            String.valueOf(gateway))
                    .redirectError(target.resolve("ceph-rgw.log").toFile());
            builder.environment().putAll(Map.of("S3_ACCESS_KEY", ACCESS_KEY, "S3_SECRET_KEY", SECRET_KEY));
            awaitReady(builder.start());
            return new StoreAddress("http://127.0.0.1:" + gateway, ACCESS_KEY, SECRET_KEY, "default");
        } catch (IOException e) {
            throw new UncheckedIOException("the script of the Ceph gateway cannot be run", e);
        }
    }

    @SuppressWarnings("resource") // the pipes stay open: when they close, the gateway ends
    private static void awaitReady(Process process) throws IOException {
        String line = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8)).readLine();
        if (!"ready".equals(line)) {
            throw new IllegalStateException("the Ceph gateway did not start: see target/ceph-rgw.log");
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
