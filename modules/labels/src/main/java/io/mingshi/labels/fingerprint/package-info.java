/// Knows a picture again after it was made smaller, recompressed or slightly changed.
@NullMarked
package io.mingshi.labels.fingerprint;

import org.jspecify.annotations.NullMarked;
