/// Anthropic's messages, as conversations through the one door.
@NullMarked
package io.mingshi.gateway.anthropic;

import org.jspecify.annotations.NullMarked;
