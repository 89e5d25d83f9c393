package io.mingshi.localstack.part;

import io.mingshi.localstack.process.Launch;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.kafka.common.Uuid;

/// Kafka: broker and controller in one JVM of its own.
public final class Kafka implements Part {
    private final Site site;
    private final int port;
    private final int controllerPort;
    private final Path data;

    public Kafka(Site site, int port, int controllerPort) {
        this.site = site;
        this.port = port;
        this.controllerPort = controllerPort;
        this.data = site.data("kafka").resolve("data");
    }

    @Override
    public String name() {
        return "kafka";
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public void prepare(Consumer<String> doing) throws IOException, InterruptedException {
        Files.createDirectories(site.data(name()));
        if (!Files.exists(data)) {
            doing.accept("formatting its log");
            Path fresh = site.data(name()).resolve("data.new");
            Archive.remove(fresh);
            Path settings = settings(fresh);
            List<String> command = java("-Xmx96m", "kafka.tools.StorageTool");
            command.addAll(List.of("format", "-t", clusterId(), "-c", settings.toString()));
            OneOff.run(name(), site.run(), site.data(name()), Map.of(), command);
            Files.move(fresh, data, StandardCopyOption.ATOMIC_MOVE);
        }
        settings(data);
    }

    private static String clusterId() {
        UUID random = UUID.randomUUID();
        return new Uuid(random.getMostSignificantBits() & Long.MAX_VALUE, random.getLeastSignificantBits()).toString();
    }

    private Path settings(Path logs) throws IOException {
        String broker = "PLAINTEXT://127.0.0.1:" + port;
        String controller = "CONTROLLER://127.0.0.1:" + controllerPort;
        Properties settings = new Properties();
        settings.putAll(Map.of(
                "process.roles", "broker,controller",
                "node.id", "1",
                "controller.listener.names", "CONTROLLER",
                "listeners", broker + "," + controller,
                "advertised.listeners", broker,
                "listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
                // a fixed quorum, so that ports may change from one run to the next
                "controller.quorum.voters", "1@127.0.0.1:" + controllerPort,
                "log.dirs", logs.toString(),
                "num.partitions", "3",
                "auto.create.topics.enable", "true"));
        for (String one : List.of(
                "offsets.topic.replication.factor",
                "offsets.topic.num.partitions",
                "transaction.state.log.replication.factor",
                "transaction.state.log.min.isr",
                "transaction.state.log.num.partitions",
                "share.coordinator.state.topic.replication.factor",
                "share.coordinator.state.topic.min.isr",
                "num.network.threads")) {
            settings.setProperty(one, "1");
        }
        settings.putAll(Map.of(
                "group.initial.rebalance.delay.ms", "0",
                "num.io.threads", "2",
                "background.threads", "2",
                "log.cleaner.dedupe.buffer.size", "2097152",
                "log.segment.bytes", "67108864"));
        Path file = site.data(name()).resolve("server.properties");
        PrivateFile.write(file, settings);
        return file;
    }

    private List<String> java(String heap, String main) {
        return new ArrayList<>(List.of(
                Site.java(),
                heap,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-Dorg.slf4j.simpleLogger.showDateTime=true",
                "-cp",
                site.classPath(),
                main));
    }

    @Override
    public Launch launch() {
        List<String> command = java("-Xmx160m", "kafka.Kafka");
        command.add(site.data(name()).resolve("server.properties").toString());
        return new Launch(command, Jvm.ENVIRONMENT, site.data(name()), "TERM");
    }

    @Override
    public boolean ready() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }
}
