package io.mingshi.localstack.part;

import io.mingshi.localstack.process.Launch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;

/// An S3 store in the file system. It offers neither versions nor object lock, and does not pretend to.
public final class ObjectStore implements Part {
    private final Site site;
    private final Credentials credentials;
    private final int port;

    public ObjectStore(Site site, Credentials credentials, int port) {
        this.site = site;
        this.credentials = credentials;
        this.port = port;
    }

    @Override
    public String name() {
        return "object-store";
    }

    @Override
    public int port() {
        return port;
    }

    /// Returns the address for clients.
    public String url() {
        return "http://127.0.0.1:" + port;
    }

    @Override
    public void prepare(Consumer<String> doing) throws IOException {
        Path objects = Files.createDirectories(site.data(name()).resolve("objects"));
        Properties settings = new Properties();
        settings.putAll(Map.of(
                "s3proxy.endpoint", url(),
                "s3proxy.authorization", "aws-v2-or-v4",
                "s3proxy.identity", credentials.get("s3.access-key"),
                "s3proxy.credential", credentials.get("s3.secret-key"),
                "jclouds.provider", "filesystem-nio2",
                "jclouds.filesystem.basedir", objects.toString()));
        PrivateFile.write(site.data(name()).resolve("s3proxy.properties"), settings);
    }

    @Override
    public Launch launch() {
        return new Launch(
                List.of(
                        Site.java(),
                        "-Xmx80m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                        // it leads its standard error into this logger, which writes to standard error by default
                        "-Dorg.slf4j.simpleLogger.logFile=System.out",
                        "-Dorg.slf4j.simpleLogger.showDateTime=true",
                        "-cp",
                        site.classPath(),
                        "org.gaul.s3proxy.Main",
                        "--properties",
                        site.data(name()).resolve("s3proxy.properties").toString()),
                Jvm.ENVIRONMENT,
                site.data(name()),
                "TERM");
    }

    @Override
    public boolean ready() {
        return HttpProbe.answers(url() + "/");
    }
}
