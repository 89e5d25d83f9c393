/// How many changes of the library are tried and come into force together, and how an earlier version comes back.
@NullMarked
package io.mingshi.moderation.rollout;

import org.jspecify.annotations.NullMarked;
