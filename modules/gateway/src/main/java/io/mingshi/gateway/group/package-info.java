/// What requests that come at the same time do together.
@NullMarked
package io.mingshi.gateway.group;

import org.jspecify.annotations.NullMarked;
