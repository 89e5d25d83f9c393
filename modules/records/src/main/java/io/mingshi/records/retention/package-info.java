/// Decides when records go and when they must stay: periods, legal holds, erasure, and what a person may ask
/// for.
@NullMarked
package io.mingshi.records.retention;

import org.jspecify.annotations.NullMarked;
