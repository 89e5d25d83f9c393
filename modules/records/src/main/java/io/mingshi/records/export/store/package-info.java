/// Remembers the orders of exports and how far they are.
@NullMarked
package io.mingshi.records.export.store;

import org.jspecify.annotations.NullMarked;
