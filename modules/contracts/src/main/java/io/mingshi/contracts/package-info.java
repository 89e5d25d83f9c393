/// The published language of Mingshi: ids, problems, events, and the questions one module may ask another.
///
/// Everything here is an immutable value or an interface, so that an answer means the same whether it came by a
/// method call in one process or over HTTP from another.
@NullMarked
package io.mingshi.contracts;

import org.jspecify.annotations.NullMarked;
