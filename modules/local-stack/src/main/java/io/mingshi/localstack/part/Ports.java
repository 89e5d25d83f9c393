package io.mingshi.localstack.part;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Properties;
import java.util.Set;

/// Chooses free ports on 127.0.0.1 and keeps to those of the last run while they are free.
///
/// They lie below the range from which systems take ports for outgoing connections.
public final class Ports {
    private static final int FIRST = 20_000;
    private static final int COUNT = 10_000;
    private final SecureRandom random = new SecureRandom();
    private final Set<Integer> taken = new HashSet<>();
    private final Path file;
    private final Properties remembered;

    /// @param directory folder of the stack
    public Ports(Path directory) throws IOException {
        this.file = directory.resolve("ports.properties");
        this.remembered = PrivateFile.read(file);
    }

    /// Returns the port for a purpose.
    public synchronized int choose(String purpose) throws IOException {
        int port = Integer.parseInt(remembered.getProperty(purpose, "0"));
        while (port == 0 || taken.contains(port) || !isFree(port)) {
            port = FIRST + random.nextInt(COUNT);
        }
        taken.add(port);
        remembered.setProperty(purpose, Integer.toString(port));
        PrivateFile.write(file, remembered);
        return port;
    }

    /// Says whether nobody listens on the port of 127.0.0.1.
    public static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
