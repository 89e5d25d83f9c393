/// Numbers hidden in the loudness of small pieces of a sound's spectrum, no louder than the sound itself conceals.
@NullMarked
package io.mingshi.labels.watermark.sound;

import org.jspecify.annotations.NullMarked;
