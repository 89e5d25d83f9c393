/// Lets anybody complain about a work, without login, and makes sure that a result comes within the published limit.
///
/// Carries out DSP art. 12 (convenient entry, published process and limit, feedback) and CSL art. 51 (complaint
/// channels).
@NullMarked
package io.mingshi.complaints;

import org.jspecify.annotations.NullMarked;
