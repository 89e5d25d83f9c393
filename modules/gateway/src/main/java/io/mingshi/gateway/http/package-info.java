/// The gateway's own interface: keys and works.
@NullMarked
package io.mingshi.gateway.http;

import org.jspecify.annotations.NullMarked;
