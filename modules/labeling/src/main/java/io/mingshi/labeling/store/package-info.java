/// Works and intakes in the database.
@NullMarked
package io.mingshi.labeling.store;

import org.jspecify.annotations.NullMarked;
