/// Works after their delivery: found by their owner, published, taken down.
@NullMarked
package io.mingshi.gateway.work;

import org.jspecify.annotations.NullMarked;
