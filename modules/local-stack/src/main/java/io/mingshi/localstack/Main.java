package io.mingshi.localstack;

import io.mingshi.localstack.process.StackFailure;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The program behind `./mingshi`.
@Command(
        name = "mingshi",
        description = "Mingshi on one machine.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            UpCommand.class,
            DemoCommand.class,
            TestCommand.class,
            DownCommand.class,
            StatusCommand.class,
            LogsCommand.class,
            StackCommand.class
        })
public final class Main {
    private Main() {}

    /// Runs a command and ends with its status: 0 done, 1 failed, 2 not understood.
    public static void main(String[] arguments) {
        CommandLine line = new CommandLine(new Main());
        line.setExecutionExceptionHandler((exception, command, parsed) -> {
            if (exception instanceof StackFailure failure) {
                command.getErr().println(failure.sentence());
                return 1;
            }
            throw exception;
        });
        System.exit(line.execute(arguments));
    }
}
