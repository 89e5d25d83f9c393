/// The parts of the stack: how each is prepared, started and recognised as ready.
@NullMarked
package io.mingshi.localstack.part;

import org.jspecify.annotations.NullMarked;
