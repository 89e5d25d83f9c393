package io.mingshi.evidencelog.note;

import static io.mingshi.evidencelog.EvidenceLogException.Code.MALFORMED;

import io.mingshi.evidencelog.merkle.Hash;
import java.util.ArrayList;
import java.util.List;

/// What a log commits to: so many entries, with this root
/// ([tlog-checkpoint](https://c2sp.org/tlog-checkpoint)).
///
/// @param origin which log
/// @param size how many entries
/// @param root of the Merkle tree above them
/// @param extensions further lines that mean nothing here
public record Checkpoint(String origin, long size, Hash root, List<String> extensions) {
    private static final int FIXED_LINES = 3;
    private static final int MAX_LINES = 100;

    /// A checkpoint that can be written.
    public Checkpoint {
        extensions = List.copyOf(extensions);
        if (size < 0 || !line(origin) || !extensions.stream().allMatch(Checkpoint::line)) {
            throw MALFORMED.with("the lines of a checkpoint are not empty, and its size is not negative");
        }
    }

    /// A checkpoint without further lines.
    public Checkpoint(String origin, long size, Hash root) {
        this(origin, size, root, List.of());
    }

    /// Reads the text of a note; nobody has verified it by that.
    public static Checkpoint parse(String text) {
        if (!text.endsWith("\n")) {
            throw MALFORMED.with("a checkpoint ends with a newline");
        }
        List<String> lines = new ArrayList<>(List.of(text.split("\n", MAX_LINES + 1)));
        if (!lines.removeLast().isEmpty() || lines.size() < FIXED_LINES) {
            throw MALFORMED.with("a checkpoint has an origin, a size and a root on lines of their own");
        }
        return new Checkpoint(
                lines.get(0),
                Texts.number(lines.get(1), "the size in the checkpoint"),
                Hash.parse(lines.get(2)),
                lines.subList(FIXED_LINES, lines.size()));
    }

    /// The text that is signed.
    public String text() {
        StringBuilder text = new StringBuilder();
        text.append(origin).append('\n').append(size).append('\n').append(root).append('\n');
        extensions.forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }

    private static boolean line(String text) {
        return !text.isEmpty() && text.indexOf('\n') < 0;
    }
}
