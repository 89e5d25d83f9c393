/// How differently written texts become the same letters.
@NullMarked
package io.mingshi.screening.folding;

import org.jspecify.annotations.NullMarked;
