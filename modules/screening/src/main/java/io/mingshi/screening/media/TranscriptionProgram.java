package io.mingshi.screening.media;

import java.time.Duration;
import java.util.List;

/// Asks a program of the operator's, which takes the sound at its standard input and gives the text.
public final class TranscriptionProgram implements Transcriber {
    private final Program program;

    /// @param command the program and its arguments
    public TranscriptionProgram(List<String> command, Duration limit) {
        this.program = new Program(command, limit);
    }

    @Override
    public String name() {
        return "transcript:" + program.command().getFirst();
    }

    @Override
    public String transcribe(byte[] sound, String fileName) {
        return program.text(sound);
    }
}
