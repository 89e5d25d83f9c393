/// Decides on pictures, sounds and films, from what independent checks saw in them.
///
/// A check only tells what it found. A verdict that allows exists only where something ran that is able to tell
/// prohibited content: without one the verdict is [MediaVerdict.Undecided], and a person has to look. This is the
/// technical half of the review that a deep synthesis provider owes to inputs and results of every kind:
/// [DSP-10](http://www.cac.gov.cn/2022-12/11/c_1672221949354811.htm).
@NullMarked
package io.mingshi.screening.media;

import org.jspecify.annotations.NullMarked;
