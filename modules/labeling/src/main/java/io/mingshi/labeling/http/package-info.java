/// Verification over HTTP.
@NullMarked
package io.mingshi.labeling.http;

import org.jspecify.annotations.NullMarked;
