/// Programs that decode and encode sound and films, run as child processes with limits.
@NullMarked
package io.mingshi.labels.media;

import org.jspecify.annotations.NullMarked;
