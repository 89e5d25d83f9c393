/// Asks `identity` over HTTP where it runs in another process.
@NullMarked
package io.mingshi.consent.remote;

import org.jspecify.annotations.NullMarked;
