package io.mingshi.screening;

import java.util.Optional;

/// Screens one text that arrives in pieces and releases what can no longer become part of a forbidden term.
///
/// How the text is cut, even through a surrogate pair, changes neither the verdict nor the text. After a block
/// nothing more is released. For one thread at a time.
public final class StreamScreener {
    private final Scan scan;
    private final StringBuilder held = new StringBuilder();
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
        held.append(chunk);
        read(false);
        return release(Math.min(scan.openFrom(), released + scanned));
    }

    /// Says that nothing more will come and returns the rest of the text, or nothing if it was blocked.
    public String finish() {
        if (ended) {
            return "";
        }
        ended = true;
        read(true);
        scan.end();
        return release(released + held.length());
    }

    /// The forbidden term, once one was found.
    public Optional<Verdict.Block> block() {
        return scan.block();
    }

    private void read(boolean last) {
        while (scanned < held.length() && scan.block().isEmpty()) {
            boolean half = Character.isHighSurrogate(held.charAt(scanned)) && scanned + 1 == held.length();
            if (half && !last) {
                return;
            }
            int codePoint = held.codePointAt(scanned);
            scan.take(codePoint, released + scanned);
            scanned += Character.charCount(codePoint);
        }
    }

    private String release(int upTo) {
        if (scan.block().isPresent()) {
            held.setLength(0);
            scanned = 0;
            return "";
        }
        int length = upTo - released;
        String text = held.substring(0, length);
        held.delete(0, length);
        scanned -= length;
        released = upTo;
        return text;
    }
}
