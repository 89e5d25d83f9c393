/// Asking a module that runs in another process.
@NullMarked
package io.mingshi.servicekit.remote;

import org.jspecify.annotations.NullMarked;
