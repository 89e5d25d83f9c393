package io.mingshi.evidencelog.note;

import static io.mingshi.evidencelog.EvidenceLogException.Code.MALFORMED;

import java.util.List;

/// The index below which a pruned log need not have its entries any more, as the log states it.
///
/// [tlog-tiles](https://c2sp.org/tlog-tiles) defines the minimum index and leaves open how it is published. Here it is
/// a note that the log signs: whoever only has the storage cannot pass entries that he removed off as pruned. Its
/// first line is no origin, so that nobody takes it for a checkpoint.
///
/// @param origin of the log
/// @param index of the first entry that the log publishes
public record MinimumIndex(String origin, long index) {
    private static final String HEAD = "evidence-log minimum-index v1";
    private static final int LINES = 3;

    /// Reads the text of a note; nobody has verified it by that.
    public static MinimumIndex parse(String text) {
        List<String> lines = List.of(text.split("\n", LINES + 1));
        if (lines.size() != LINES + 1
                || !lines.getFirst().equals(HEAD)
                || !lines.getLast().isEmpty()) {
            throw MALFORMED.with(
                    "a minimum index is the line " + HEAD + ", an origin and a number on lines of their own");
        }
        return new MinimumIndex(lines.get(1), Texts.number(lines.get(2), "the minimum index"));
    }

    /// The text that is signed.
    public String text() {
        return HEAD + "\n" + origin + "\n" + index + "\n";
    }
}
