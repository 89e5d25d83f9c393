/// The question to `identity`: what is known of this person?
@NullMarked
package io.mingshi.contracts.identity;

import org.jspecify.annotations.NullMarked;
