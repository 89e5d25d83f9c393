/// Compares the records with the evidence log, and the log with what is remembered of it, and names what does
/// not fit.
@NullMarked
package io.mingshi.records.verification;

import org.jspecify.annotations.NullMarked;
