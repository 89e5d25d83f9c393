/// Witnesses: they see a log grow, refuse a fork, and cosign its checkpoints.
@NullMarked
package io.mingshi.evidencelog.witness;

import org.jspecify.annotations.NullMarked;
