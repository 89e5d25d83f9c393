/// Measures how fast records are kept, beside bare PostgreSQL.
@NullMarked
package io.mingshi.records.benchmark;

import org.jspecify.annotations.NullMarked;
