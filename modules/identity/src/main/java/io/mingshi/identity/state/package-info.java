/// What ends a verification: time, a number that changed hands, suspicion, an officer; each counts at once.
@NullMarked
package io.mingshi.identity.state;

import org.jspecify.annotations.NullMarked;
