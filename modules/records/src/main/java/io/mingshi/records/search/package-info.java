/// Finds records by what an officer or inspector has in hand.
@NullMarked
package io.mingshi.records.search;

import org.jspecify.annotations.NullMarked;
