/// How often and at what cost things may be done, counted over all instances of the service.
@NullMarked
package io.mingshi.identity.limit;

import org.jspecify.annotations.NullMarked;
