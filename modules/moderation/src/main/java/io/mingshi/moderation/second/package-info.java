/// What two people decide: nothing is closed, lifted or restored by one alone.
@NullMarked
package io.mingshi.moderation.second;

import org.jspecify.annotations.NullMarked;
