package io.mingshi.labels.command;

import io.mingshi.labels.LabelException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The program behind `mingshi label`, `mingshi verify` and `mingshi keys`.
@Command(
        name = "mingshi",
        description = "Labels of AI-generated content (GB 45438-2025).",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {LabelCommand.class, VerifyCommand.class, KeysCommand.class})
public final class Main {
    /// Done, and all is well.
    static final int DONE = 0;
    /// At least one file was refused or is not compliant.
    static final int NOT_ALL = 1;

    private Main() {}

    /// Runs a command and ends with its status: 0 all is well, 1 not all files are, 2 the command was not understood.
    public static void main(String[] arguments) {
        System.exit(line().execute(arguments));
    }

    static CommandLine line() {
        CommandLine line = new CommandLine(new Main());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setParameterExceptionHandler((wrong, arguments) -> {
            CommandLine command = wrong.getCommandLine();
            command.getErr()
                    .println("mingshi: " + wrong.getMessage() + " See "
                            + command.getCommandSpec().qualifiedName() + " --help.");
            return command.getCommandSpec().exitCodeOnInvalidInput();
        });
        line.setExecutionExceptionHandler((exception, command, parsed) -> {
            if (!isSaidInASentence(exception)) {
                throw exception;
            }
            command.getErr().println("mingshi: " + Shown.line(sentence(exception)));
            return NOT_ALL;
        });
        return line;
    }

    /// Anything else is a mistake of this program, whose trace is wanted.
    private static boolean isSaidInASentence(Exception exception) {
        return exception instanceof LabelException
                || exception instanceof IOException
                || exception instanceof UncheckedIOException
                || exception instanceof IllegalArgumentException;
    }

    /// The version of this library as C2PA manifests name it.
    static String version() {
        String version = Main.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    /// What went wrong, for the person at the terminal.
    static String sentence(Exception exception) {
        return switch (exception) {
            case NoSuchFileException missing -> "there is no file " + missing.getFile();
            case AccessDeniedException denied -> "the system gives no access to " + denied.getFile();
            case UncheckedIOException failed -> sentence(Objects.requireNonNull(failed.getCause()));
            default ->
                Optional.ofNullable(exception.getMessage())
                        .orElse(exception.getClass().getSimpleName());
        };
    }
}
