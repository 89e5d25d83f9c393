/// The tables of this module.
@NullMarked
package io.mingshi.governance.store;

import org.jspecify.annotations.NullMarked;
