package io.mingshi.evidencelog;

import io.mingshi.evidencelog.note.SignedNote;
import java.util.concurrent.CompletableFuture;

/// An entry that is on the disk and will be at its index of the tree, whatever happens to this process.
///
/// @param index of the entry
/// @param duplicate whether the entry was in the log already; the index is then that of the earlier one
/// @param integrated the first checkpoint published that covers the entry; proofs exist from then on
public record Appended(long index, boolean duplicate, CompletableFuture<SignedNote> integrated) {}
