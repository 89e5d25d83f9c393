/// The HTTP interface under `/api/governance`.
@NullMarked
package io.mingshi.governance.http;

import org.jspecify.annotations.NullMarked;
