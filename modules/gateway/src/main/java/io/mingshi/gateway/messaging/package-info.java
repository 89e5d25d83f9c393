/// What the gateway hears from other modules.
@NullMarked
package io.mingshi.gateway.messaging;

import org.jspecify.annotations.NullMarked;
