package io.mingshi.labels.command;

import java.io.Console;
import java.io.PrintWriter;
import java.util.Optional;

/// A bar on the terminal while many files are worked on; nothing where nobody watches.
final class Progress {
    private static final int WIDTH = 24;
    private static final int NAME = 40;

    private final PrintWriter out;
    private final int total;
    private final boolean shown;
    private int done;

    Progress(PrintWriter out, int total) {
        this.out = out;
        this.total = total;
        this.shown = total > 1 && isWatched();
    }

    private static boolean isWatched() {
        return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    }

    /// A file is being worked on.
    void on(String name) {
        if (shown) {
            int filled = WIDTH * done / total;
            String line = Shown.line(name);
            String shortened = line.length() <= NAME ? line : "…" + line.substring(line.length() - NAME + 1);
            out.printf(
                    "\r[%s%s] %d/%d %-" + NAME + "s",
                    "#".repeat(filled),
                    ".".repeat(WIDTH - filled),
                    done,
                    total,
                    shortened);
            out.flush();
        }
        done++;
    }

    /// Leaves the line free for what follows.
    void end() {
        if (shown) {
            out.print("\r" + " ".repeat(WIDTH + NAME + 16) + "\r");
            out.flush();
        }
    }
}
