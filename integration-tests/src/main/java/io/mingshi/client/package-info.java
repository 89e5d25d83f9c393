/// A plain client of a running platform, as the demonstration and the whole-system tests use it.
@NullMarked
package io.mingshi.client;

import org.jspecify.annotations.NullMarked;
