package io.mingshi.demo;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/// Prints the story; in colours only where a terminal shows them.
final class Narrator {
    private static final String BOLD = "\u001b[1m";
    private static final String DIM = "\u001b[2m";
    private static final String GREEN = "\u001b[32m";
    private static final String RED = "\u001b[31m";
    private static final String END = "\u001b[0m";

    private final PrintStream out;
    private final boolean colours;
    private int steps;
    private int checks;

    private Narrator(PrintStream out, boolean colours) {
        this.out = out;
        this.colours = colours;
    }

    static Narrator onStandardOutput() {
        boolean terminal = Optional.ofNullable(System.console())
                .filter(c -> c.isTerminal())
                .isPresent();
        boolean wanted = terminal && System.getenv("NO_COLOR") == null;
        var utf8 = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        return new Narrator(utf8, wanted);
    }

    void opens(String platform) {
        out.println(paint(BOLD, "From a request to labelled, recorded content") + ", on " + platform);
    }

    void begins(Step step) {
        steps++;
        out.printf("%n%s%n", paint(BOLD, "%2d  %s".formatted(steps, step.title())));
        out.println(paint(DIM, "    Proves: " + step.proves()));
        out.println(paint(DIM, "    Rule:   " + step.article()));
    }

    void holds(String what) {
        checks++;
        out.println("    " + paint(GREEN, "✓") + " " + what);
    }

    void fails(String sentence) {
        out.println("    " + paint(RED, "✗ " + sentence));
    }

    void closes(Path output) {
        out.printf(
                "%n%s The files are in %s.%n",
                paint(GREEN, "All %d checks of %d steps hold.".formatted(checks, steps)), output.toAbsolutePath());
    }

    private String paint(String colour, String text) {
        return colours ? colour + text + END : text;
    }
}
