/// Pictures: the structure of their files, without decoding pixels.
@NullMarked
package io.mingshi.labels.container.image;

import org.jspecify.annotations.NullMarked;
