/// How failures leave a service: RFC 9457 problem details, or the shape that a module's own protocol wants.
@NullMarked
package io.mingshi.servicekit.problem;

import org.jspecify.annotations.NullMarked;
