/// The HTTP interface under `/api/moderation`.
@NullMarked
package io.mingshi.moderation.http;

import org.jspecify.annotations.NullMarked;
