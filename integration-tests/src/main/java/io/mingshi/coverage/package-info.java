/// Which requirement is shown by which test: read from the outcomes of all modules, written as a table.
@NullMarked
package io.mingshi.coverage;

import org.jspecify.annotations.NullMarked;
