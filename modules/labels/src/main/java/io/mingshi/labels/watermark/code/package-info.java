/// How a number becomes the soft values that a watermark carries, and how it is proved when read.
@NullMarked
package io.mingshi.labels.watermark.code;

import org.jspecify.annotations.NullMarked;
