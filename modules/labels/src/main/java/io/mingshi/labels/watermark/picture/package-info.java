/// Watermarks in pictures and in the frames of films.
@NullMarked
package io.mingshi.labels.watermark.picture;

import org.jspecify.annotations.NullMarked;
