/// Asks authorities over HTTP, each in its own protocol behind one interface; configuration says which is
/// asked what.
@NullMarked
package io.mingshi.identity.authority;

import org.jspecify.annotations.NullMarked;
