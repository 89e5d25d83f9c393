/// Signed notes, checkpoints and cosignatures as text, and the keys that sign and verify them.
@NullMarked
package io.mingshi.evidencelog.note;

import org.jspecify.annotations.NullMarked;
