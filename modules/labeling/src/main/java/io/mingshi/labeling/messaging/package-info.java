/// Publishes what was labelled and taken in; notes the works of the gateway.
@NullMarked
package io.mingshi.labeling.messaging;

import org.jspecify.annotations.NullMarked;
