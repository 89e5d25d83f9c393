/// The object store that holds the works under their content hashes.
@NullMarked
package io.mingshi.gateway.objects;

import org.jspecify.annotations.NullMarked;
