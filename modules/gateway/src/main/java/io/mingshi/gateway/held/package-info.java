/// Works that wait until a person has looked at them.
@NullMarked
package io.mingshi.gateway.held;

import org.jspecify.annotations.NullMarked;
