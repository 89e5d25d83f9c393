/// Closes connections of clients that are too slow, so that they hold nothing for long.
@NullMarked
package io.mingshi.servicekit.http;

import org.jspecify.annotations.NullMarked;
