/// Takedowns of works, and their revocation.
@NullMarked
package io.mingshi.moderation.takedown;

import org.jspecify.annotations.NullMarked;
