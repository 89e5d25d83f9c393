/// Reads and writes the structure of PNG, JPEG and WAV files and of the XMP and EXIF blocks in them, within limits.
@NullMarked
package io.mingshi.labels.container;

import org.jspecify.annotations.NullMarked;
