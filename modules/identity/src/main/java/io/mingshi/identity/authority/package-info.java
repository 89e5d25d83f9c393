/// Asks the identity authority over HTTP.
@NullMarked
package io.mingshi.identity.authority;

import org.jspecify.annotations.NullMarked;
