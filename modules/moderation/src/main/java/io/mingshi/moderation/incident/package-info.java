/// Network security incidents and their clocks.
@NullMarked
package io.mingshi.moderation.incident;

import org.jspecify.annotations.NullMarked;
