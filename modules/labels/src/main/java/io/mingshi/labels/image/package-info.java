/// Draws the visible label into a picture and finds it again in the encoded file.
@NullMarked
package io.mingshi.labels.image;

import org.jspecify.annotations.NullMarked;
