/// Verification, labelling and intake over HTTP.
@NullMarked
package io.mingshi.labeling.http;

import org.jspecify.annotations.NullMarked;
