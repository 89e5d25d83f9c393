/// The HTTP interface of `consent` under `/api/consent`.
@NullMarked
package io.mingshi.consent.http;

import org.jspecify.annotations.NullMarked;
