/// Matroska, WebM, FLV and AVI.
@NullMarked
package io.mingshi.labels.container.film;

import org.jspecify.annotations.NullMarked;
