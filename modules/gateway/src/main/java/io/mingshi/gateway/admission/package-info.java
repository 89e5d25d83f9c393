/// The decision whether a request may be generated; refusals and admissions are both stored.
@NullMarked
package io.mingshi.gateway.admission;

import org.jspecify.annotations.NullMarked;
