/// The OpenAI-compatible interface under `/v1`.
@NullMarked
package io.mingshi.gateway.openai;

import org.jspecify.annotations.NullMarked;
