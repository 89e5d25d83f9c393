/// Publishes what happened to identities on the topic `mingshi.identity`.
@NullMarked
package io.mingshi.identity.messaging;

import org.jspecify.annotations.NullMarked;
