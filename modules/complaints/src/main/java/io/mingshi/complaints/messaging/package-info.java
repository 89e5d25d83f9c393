/// Publishes what happened to tickets.
@NullMarked
package io.mingshi.complaints.messaging;

import org.jspecify.annotations.NullMarked;
