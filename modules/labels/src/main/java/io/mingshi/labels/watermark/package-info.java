/// Numbers hidden in pictures, sound and films: authenticated, found without the original.
@NullMarked
package io.mingshi.labels.watermark;

import org.jspecify.annotations.NullMarked;
