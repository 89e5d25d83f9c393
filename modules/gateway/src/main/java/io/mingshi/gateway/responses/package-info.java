/// OpenAI's responses, as conversations through the one door.
@NullMarked
package io.mingshi.gateway.responses;

import org.jspecify.annotations.NullMarked;
