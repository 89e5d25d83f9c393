/// Keeps tickets.
@NullMarked
package io.mingshi.complaints.store;

import org.jspecify.annotations.NullMarked;
