package io.mingshi.labels.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mingshi.labels.ProviderCode;
import io.mingshi.labels.c2pa.DevelopmentCa;
import io.mingshi.labels.securitydata.Sm2Key;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Makes keys for trying out watermarks, signatures and manifests.
@Command(
        name = "keys",
        description = {
            "Makes keys for trying out: a watermark key, an SM2 key for labels, and a certificate authority of your own",
            "with a certificate for C2PA manifests. Nobody else trusts them; a provider brings its own."
        },
        mixinStandardHelpOptions = true)
final class KeysCommand implements Callable<Integer> {
    private static final int WATERMARK_BYTES = 32;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "FOLDER",
            defaultValue = ".mingshi/label-keys",
            description = "a folder that does not exist yet (default: ${DEFAULT-VALUE})")
    private Path folder;

    @Option(
            names = "--producer",
            paramLabel = "CODE",
            defaultValue = "${env:MINGSHI_PROVIDER_CODE}",
            description =
                    "your provider code; with it your own signatures are trusted by whoever verifies with this folder")
    @Nullable
    private String producer;

    @Override
    public Integer call() throws IOException {
        Optional<ProviderCode> code =
                Optional.ofNullable(producer).filter(given -> !given.isBlank()).map(ProviderCode::of);
        if (Files.exists(folder)) {
            throw new IOException(folder + " exists: keys are never overwritten; name another folder");
        }
        Files.createDirectories(folder.toAbsolutePath().getParent());
        Files.createDirectory(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        byte[] secret = new byte[WATERMARK_BYTES];
        new SecureRandom().nextBytes(secret);
        Files.writeString(
                folder.resolve(KeyFolder.WATERMARK), Base64.getEncoder().encodeToString(secret) + "\n", UTF_8);
        Sm2Key labels = Sm2Key.generate();
        labels.write(folder.resolve(KeyFolder.LABEL_KEY));
        if (code.isPresent()) {
            Files.writeString(
                    folder.resolve(KeyFolder.PRODUCERS),
                    code.get().value() + " " + labels.publicKey().hex() + "\n");
        }
        DevelopmentCa.create(folder, Clock.systemUTC());
        PrintWriter out = spec.commandLine().getOut();
        out.println("Keys for trying out are in " + folder + ". Keep the folder to yourself.");
        out.flush();
        return Main.DONE;
    }
}
