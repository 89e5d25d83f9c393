/// Compares the works in the object store with what is recorded about works, both ways.
@NullMarked
package io.mingshi.records.reconciliation;

import org.jspecify.annotations.NullMarked;
