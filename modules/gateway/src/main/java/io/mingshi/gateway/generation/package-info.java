/// From an admission to recorded works: generate, screen, label, store, record, then deliver.
@NullMarked
package io.mingshi.gateway.generation;

import org.jspecify.annotations.NullMarked;
