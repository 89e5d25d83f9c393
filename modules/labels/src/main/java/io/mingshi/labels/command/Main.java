package io.mingshi.labels.command;

import io.mingshi.labels.LabelException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
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
            if (exception instanceof LabelException || exception instanceof IOException) {
                command.getErr().println("mingshi: " + sentence(exception));
                return NOT_ALL;
            }
            throw exception;
        });
        return line;
    }

    /// The version of this library as C2PA manifests name it.
    static String version() {
        String version = Main.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    /// What went wrong, for the person at the terminal.
    static String sentence(Exception exception) {
        if (exception instanceof NoSuchFileException missing) {
            return "there is no file " + missing.getFile();
        }
        String message = exception.getMessage();
        return message == null ? exception.getClass().getSimpleName() : message;
    }
}
