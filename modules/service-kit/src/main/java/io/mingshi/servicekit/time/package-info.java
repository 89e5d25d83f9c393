/// The clock that every bean is given.
@NullMarked
package io.mingshi.servicekit.time;

import org.jspecify.annotations.NullMarked;
