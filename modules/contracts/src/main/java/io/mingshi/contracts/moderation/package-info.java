/// The question to `moderation`: which feature library is in force?
@NullMarked
package io.mingshi.contracts.moderation;

import org.jspecify.annotations.NullMarked;
