/// Exports over HTTP.
@NullMarked
package io.mingshi.records.export.http;

import org.jspecify.annotations.NullMarked;
