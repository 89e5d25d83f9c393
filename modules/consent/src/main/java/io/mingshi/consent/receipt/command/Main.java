package io.mingshi.consent.receipt.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mingshi.consent.receipt.ReceiptVerifier;
import io.mingshi.consent.receipt.ReceiptVerifier.Verdict;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// The program behind `mingshi verify-receipt`.
@Command(
        name = "verify-receipt",
        description = "Verifies the receipt of a consent and says what it proves and what it does not.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:verified", "1:not verified", "2:the command line is wrong"})
public final class Main implements Callable<Integer> {
    private static final int NOT_VERIFIED = 1;

    /// Bytes; a set of keys and a receipt are both far below it.
    private static final int MAX_FILE = 256 * 1024;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "the receipt, as it was given to the depicted person")
    private Path file;

    @ArgGroup
    @Nullable
    private Source source;

    /// Where the keys come from: one of both.
    static final class Source {
        @Option(
                names = "--keys",
                paramLabel = "FILE",
                description = "the provider's keys (JSON Web Key Set), kept from an earlier day: no network is used")
        @Nullable
        private Path keys;

        @Option(
                names = "--url",
                paramLabel = "URL",
                description = "the provider: its keys are fetched, and it is asked whether the consent still holds")
        @Nullable
        private URI url;
    }

    private Main() {}

    /// Runs the program and ends the process.
    public static void main(String... arguments) {
        System.exit(run(new PrintWriter(System.out, true, UTF_8), new PrintWriter(System.err, true, UTF_8), arguments));
    }

    /// Runs the program and gives its exit code.
    public static int run(PrintWriter out, PrintWriter err, String... arguments) {
        return new CommandLine(new Main()).setOut(out).setErr(err).execute(arguments);
    }

    @Override
    public Integer call() {
        boolean chinese = isChinese();
        if (source == null) {
            throw new ParameterException(spec.commandLine(), "name the keys: --keys FILE, or --url URL");
        }
        try (Provider provider = source.url == null ? null : new Provider(source.url)) {
            String receipt = text(file);
            String keys = provider == null ? text(source.keys) : provider.keys();
            return switch (new ReceiptVerifier(keys).verify(receipt)) {
                case Verdict.Genuine genuine -> {
                    new Report(spec.commandLine().getOut(), chinese)
                            .print(genuine, provider == null ? null : provider.check(receipt));
                    yield 0;
                }
                case Verdict.Forged forged -> refuse(chinese, "不是该提供者签发的回执，或者已被改动", forged.why());
            };
        } catch (IOException e) {
            return refuse(chinese, "无法取得公钥或者当前状态", String.valueOf(e.getMessage()));
        } catch (ParameterException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        } catch (RuntimeException e) {
            // Whatever a hostile file does to this program, it is not verified.
            return refuse(chinese, "出现意外错误", "unexpected: " + e.getClass().getSimpleName());
        }
    }

    private String text(@Nullable Path path) {
        try {
            if (path == null || !Files.isRegularFile(path) || Files.size(path) > MAX_FILE) {
                throw new ParameterException(
                        spec.commandLine(), "there is no file " + path + " of at most " + MAX_FILE + " bytes");
            }
            return Files.readString(path, UTF_8);
        } catch (IOException e) {
            throw new ParameterException(spec.commandLine(), "the file " + path + " cannot be read as text", e);
        }
    }

    private int refuse(boolean chinese, String inChinese, String inEnglish) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(Report.printable(chinese ? "未通过核验：" + inChinese : "NOT VERIFIED: " + inEnglish));
        err.flush();
        return NOT_VERIFIED;
    }

    private static boolean isChinese() {
        String language = System.getenv("LC_ALL") == null ? System.getenv("LANG") : System.getenv("LC_ALL");
        return language != null && language.toLowerCase(Locale.ROOT).startsWith("zh");
    }
}
