package io.mingshi.records.export.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mingshi.evidencelog.EvidenceLogException;
import io.mingshi.records.export.archive.NotVerified;
import io.mingshi.records.export.archive.StrictZip;
import java.io.IOException;
import java.io.PrintWriter;
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

/// The program behind `mingshi verify-export`.
@Command(
        name = "verify-export",
        description = "Verifies an export of records offline and says what it proves and what it does not.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:verified", "1:not verified", "2:the command line is wrong"})
public final class Main implements Callable<Integer> {
    private static final int NOT_VERIFIED = 1;
    /// Characters of the longest sentence: it may quote a file.
    private static final int MAX_SENTENCE = 500;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "the export")
    private Path file;

    @ArgGroup
    @Nullable
    private Trusted trusted;

    /// Whom to trust: one of both.
    static final class Trusted {
        @Option(
                names = "--key",
                paramLabel = "KEY",
                description = "the public key of the provider's log (name+hash+base64), or a file with it")
        @Nullable
        private String key;

        @Option(
                names = "--policy",
                paramLabel = "FILE",
                description = "a policy (tlog-policy): logs, witnesses and the quorum")
        @Nullable
        private Path policy;
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
        Trust trust = trust();
        boolean chinese = isChinese();
        try (StrictZip zip = StrictZip.open(file)) {
            new Report(spec.commandLine().getOut(), chinese).print(ExportCheck.check(zip, trust), trust);
            return 0;
        } catch (NotVerified e) {
            return refuse(chinese, e.chinese(), String.valueOf(e.getMessage()));
        } catch (EvidenceLogException | IOException e) {
            return refuse(chinese, "日志材料或文件不能核验：" + e.getMessage(), String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            // Whatever a hostile file does to this program, it is not verified.
            return refuse(chinese, "出现意外错误：" + e, "unexpected: " + e);
        }
    }

    private Trust trust() {
        if (!Files.isRegularFile(file)) {
            throw new ParameterException(spec.commandLine(), "there is no file " + file);
        }
        try {
            if (trusted != null && trusted.key != null) {
                return Trust.key(trusted.key);
            }
            return trusted != null && trusted.policy != null ? Trust.policy(trusted.policy) : new Trust.Nobody();
        } catch (EvidenceLogException | IOException e) {
            throw new ParameterException(spec.commandLine(), "this key or policy cannot be read: " + e.getMessage(), e);
        }
    }

    private int refuse(boolean chinese, String inChinese, String inEnglish) {
        String sentence = chinese ? "未通过核验：" + inChinese : "NOT VERIFIED: " + inEnglish;
        String shown = sentence.codePoints()
                .limit(MAX_SENTENCE)
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? '?' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        spec.commandLine().getErr().println(shown);
        spec.commandLine().getErr().flush();
        return NOT_VERIFIED;
    }

    private static boolean isChinese() {
        String language = System.getenv("LC_ALL") == null ? System.getenv("LANG") : System.getenv("LC_ALL");
        return language != null && language.toLowerCase(Locale.ROOT).startsWith("zh");
    }
}
