/// A model's server that the conformance suite brings along: it records what it is asked and says what a test wants.
@NullMarked
package io.mingshi.conformance.upstream;

import org.jspecify.annotations.NullMarked;
