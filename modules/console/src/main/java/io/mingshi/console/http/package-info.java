/// Serves the pages.
@NullMarked
package io.mingshi.console.http;

import org.jspecify.annotations.NullMarked;
