/// Tells of facts that producers counted and that did not arrive.
@NullMarked
package io.mingshi.records.gaps;

import org.jspecify.annotations.NullMarked;
