/// The facts this module publishes and consumes.
@NullMarked
package io.mingshi.moderation.messaging;

import org.jspecify.annotations.NullMarked;
