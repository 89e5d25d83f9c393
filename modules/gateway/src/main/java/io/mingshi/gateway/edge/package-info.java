/// What every surface shares: who asks, what is read of a request, and the one door to the models.
@NullMarked
package io.mingshi.gateway.edge;

import org.jspecify.annotations.NullMarked;
