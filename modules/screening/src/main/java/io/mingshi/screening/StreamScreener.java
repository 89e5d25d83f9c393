package io.mingshi.screening;

import java.util.Optional;

/// Screens one text that arrives in pieces and releases what can no longer become part of a forbidden match.
///
/// How the text is cut, even through a surrogate pair, changes neither the verdict nor what is released in all. From
/// where something was found, be it to be blocked or to be reviewed, nothing is released. For one thread at a time.
public final class StreamScreener {
    private final Scan scan;
    private final StringBuilder held = new StringBuilder();
    /// The first half of a pair whose second half has not come.
    private String half = "";

    private int released;
    private int scanned;
    private boolean ended;

    StreamScreener(Scan scan) {
        this.scan = scan;
    }

    /// Takes the next piece and returns the text that may now be released, in the order it came.
    public String push(String chunk) {
        if (ended) {
            throw new IllegalStateException("this stream has ended; ask the screener for a new one");
        }
        if (scan.block().isPresent()) {
            return "";
        }
        String text = half + chunk;
        int length = text.length();
        boolean cut = length > 0 && Character.isHighSurrogate(text.charAt(length - 1));
        half = cut ? text.substring(length - 1) : "";
        read(cut ? text.substring(0, length - 1) : text);
        return release(scan.openFrom());
    }

    /// Says that nothing more will come and returns the rest of the text, or what comes before a match.
    public String finish() {
        if (ended) {
            return "";
        }
        ended = true;
        if (scan.block().isEmpty()) {
            read(half);
            scan.end();
        }
        return release(scan.found() ? scan.openFrom() : scanned);
    }

    /// The forbidden match, once one was found.
    public Optional<Verdict.Block> block() {
        return scan.block();
    }

    /// What was found so far.
    public Verdict verdict() {
        return scan.verdict();
    }

    /// Whether something was found, after which nothing more is released.
    public boolean stopped() {
        return scan.found();
    }

    private void read(String text) {
        held.append(text);
        char[] characters = text.toCharArray();
        scan.read(characters, characters.length, scanned);
        scanned += characters.length;
    }

    private String release(int upTo) {
        String text = held.substring(0, Math.min(upTo, scanned) - released);
        released += text.length();
        held.delete(0, text.length());
        if (scan.found()) {
            held.setLength(Math.min(held.length(), scan.foundFrom() - released));
        }
        return text;
    }
}
