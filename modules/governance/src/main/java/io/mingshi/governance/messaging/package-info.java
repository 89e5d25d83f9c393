/// The facts this module publishes.
@NullMarked
package io.mingshi.governance.messaging;

import org.jspecify.annotations.NullMarked;
