/// Runs SQL statements with their values.
@NullMarked
package io.mingshi.records.jdbc;

import org.jspecify.annotations.NullMarked;
