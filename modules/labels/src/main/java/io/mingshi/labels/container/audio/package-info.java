/// Sound: the structure of its files, without decoding samples.
@NullMarked
package io.mingshi.labels.container.audio;

import org.jspecify.annotations.NullMarked;
