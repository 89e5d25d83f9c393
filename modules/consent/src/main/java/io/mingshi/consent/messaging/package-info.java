/// Publishes what happened to consents on the topic `mingshi.consent`.
@NullMarked
package io.mingshi.consent.messaging;

import org.jspecify.annotations.NullMarked;
