package io.mingshi.localstack.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// How a child process is started and how it is asked to stop.
///
/// @param command program and arguments; no secret belongs here, since every user of the machine can read it
/// @param environment variables added to those of this process; secrets may travel here
/// @param directory working directory
/// @param stopSignal name of the signal that means an orderly stop, without `SIG`
public record Launch(List<String> command, Map<String, String> environment, Path directory, String stopSignal) {
    public Launch {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }
}
