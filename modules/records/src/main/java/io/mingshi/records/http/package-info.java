/// Answers officers and inspectors over HTTP.
@NullMarked
package io.mingshi.records.http;

import org.jspecify.annotations.NullMarked;
