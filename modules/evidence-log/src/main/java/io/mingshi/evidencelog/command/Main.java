package io.mingshi.evidencelog.command;

import static io.mingshi.evidencelog.EvidenceLogException.Code.DAMAGED;
import static io.mingshi.evidencelog.EvidenceLogException.Code.UNTRUSTED;

import io.mingshi.evidencelog.EvidenceLogException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The program `evidence-log`.
@Command(
        name = "evidence-log",
        description = "Keeps entries in an append-only log and proves, offline, that they are in it.",
        mixinStandardHelpOptions = true,
        subcommands = {
            InitCommand.class,
            AppendCommand.class,
            ProveCommand.class,
            VerifyCommand.class,
            AuditCommand.class,
            DiffCommand.class,
            PruneCommand.class,
            WitnessCommand.class
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done, or verified",
            "1:not verified: untrusted, altered, damaged or a fork",
            "2:the command line is wrong",
            "3:it could not be done, for example because a file is missing"
        })
public final class Main {
    static final int NOT_VERIFIED = 1;
    private static final int NOT_DONE = 3;

    /// Runs the program and ends the process.
    public static void main(String... arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        CommandLine line = new CommandLine(new Main());
        line.getCommandSpec().version("evidence-log " + version());
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            command.getErr().println(sentence(failure));
            command.getErr().flush();
            return failure instanceof EvidenceLogException refused
                            && (refused.code() == UNTRUSTED || refused.code() == DAMAGED)
                    ? NOT_VERIFIED
                    : NOT_DONE;
        });
        return line;
    }

    private static String version() {
        String version = Main.class.getPackage().getImplementationVersion();
        return version == null ? "(not packaged)" : version;
    }

    private static String sentence(Throwable failure) {
        return switch (failure) {
            case EvidenceLogException refused -> String.valueOf(refused.getMessage());
            case NoSuchFileException missing -> "there is no file " + missing.getFile();
            case FileAlreadyExistsException there -> there.getFile() + " exists already and is not overwritten";
            case AccessDeniedException denied -> "no permission for " + denied.getFile();
            case IOException io -> "reading or writing failed: " + io.getMessage();
            default -> "unexpected: " + failure;
        };
    }
}
