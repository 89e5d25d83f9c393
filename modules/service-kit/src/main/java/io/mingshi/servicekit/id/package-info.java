/// Ids and secrets.
@NullMarked
package io.mingshi.servicekit.id;

import org.jspecify.annotations.NullMarked;
