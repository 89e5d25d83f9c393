/// The tables of this module.
@NullMarked
package io.mingshi.moderation.store;

import org.jspecify.annotations.NullMarked;
