/// Identity numbers: how they are written, what they say of themselves, and what can be wrong with them.
@NullMarked
package io.mingshi.identity.number;

import org.jspecify.annotations.NullMarked;
