/// Labels as a service: tells anybody which labels a file carries, layer by layer, in sentences for lay people.
///
/// Nothing of the file is kept. Serves the checks of Labeling Measures art. 6 and the public's use of labels.
@NullMarked
package io.mingshi.labeling;

import org.jspecify.annotations.NullMarked;
