/// Makes the rhythm prompt of AI-generated sound and finds it in samples.
@NullMarked
package io.mingshi.labels.audio;

import org.jspecify.annotations.NullMarked;
