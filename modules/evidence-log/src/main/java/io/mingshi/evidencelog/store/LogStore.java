package io.mingshi.evidencelog.store;

import io.mingshi.evidencelog.note.SignedNote;
import java.io.Closeable;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// Where the one writer of a log keeps it. What a method has written lasts when it returns.
///
/// A writer that was replaced is told `FENCED`, and nothing of it is acknowledged from then on.
public interface LogStore extends LogReader, Closeable {
    /// Writes objects, each wholly or not at all; one that exists is replaced.
    void write(Map<String, byte[]> objects) throws IOException;

    /// Replaces the checkpoint; all that it commits to was written before.
    void publish(SignedNote checkpoint) throws IOException;

    /// Removes the narrow forms of objects whose full form was written; some may remain.
    void removeNarrow(Collection<String> fullPaths) throws IOException;

    /// Removes full objects and all their narrow forms; they are gone for good when this returns.
    void remove(Collection<String> fullPaths) throws IOException;

    /// Adds entries to the journal, from where they are taken up again if the writer stops before they are in
    /// the tree.
    ///
    /// @param first index of the first of them
    void journal(long first, List<byte[]> entries) throws IOException;

    /// The entries in the journal from an index on; it is called once, before the first [#journal].
    List<byte[]> recover(long from) throws IOException;

    /// Starts a new part of the journal, so that the part before it can be forgotten as a whole.
    void rotate() throws IOException;

    /// Forgets the parts of the journal before the last [#rotate].
    void forget() throws IOException;
}
