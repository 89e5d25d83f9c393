/// The HTTP interface of `identity` under `/api/identity`.
@NullMarked
package io.mingshi.identity.http;

import org.jspecify.annotations.NullMarked;
