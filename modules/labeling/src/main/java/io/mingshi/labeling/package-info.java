/// Labels as a service: tells anybody which labels a file carries, decides what an audience must be told of a file that
/// is to be spread, and labels files in the provider's name.
///
/// Of verified files nothing is kept; of files taken in and labelled their hashes and what was decided. Carries out
/// Labeling Measures art. 4 to 6 and 10.
@NullMarked
package io.mingshi.labeling;

import org.jspecify.annotations.NullMarked;
