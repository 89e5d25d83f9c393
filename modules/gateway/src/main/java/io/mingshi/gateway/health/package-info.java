/// What must be right before the gateway starts and while it runs.
@NullMarked
package io.mingshi.gateway.health;

import org.jspecify.annotations.NullMarked;
