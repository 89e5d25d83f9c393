/// Keeps consents and the prompts that were shown.
@NullMarked
package io.mingshi.consent.store;

import org.jspecify.annotations.NullMarked;
