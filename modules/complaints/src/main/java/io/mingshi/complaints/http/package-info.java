/// The public entry and the officers' queue over HTTP.
@NullMarked
package io.mingshi.complaints.http;

import org.jspecify.annotations.NullMarked;
