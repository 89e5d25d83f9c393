/// Documents and texts: the places in their files that hold the AIGC object.
@NullMarked
package io.mingshi.labels.container.document;

import org.jspecify.annotations.NullMarked;
