/// Writes what is kept into the evidence log, and proves it from there.
@NullMarked
package io.mingshi.records.evidence;

import org.jspecify.annotations.NullMarked;
