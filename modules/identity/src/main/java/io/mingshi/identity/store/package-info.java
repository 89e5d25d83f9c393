/// Keeps identities encrypted, each under its person's key, and finds them by blind index.
@NullMarked
package io.mingshi.identity.store;

import org.jspecify.annotations.NullMarked;
