/// The models behind the gateway: OpenAI-compatible servers by configuration, and the built-in demonstration.
@NullMarked
package io.mingshi.gateway.upstream;

import org.jspecify.annotations.NullMarked;
