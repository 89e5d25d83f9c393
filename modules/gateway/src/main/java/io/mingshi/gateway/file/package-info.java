/// Files that people hand in: screened, held for each person apart, and gone when they delete them.
@NullMarked
package io.mingshi.gateway.file;

import org.jspecify.annotations.NullMarked;
