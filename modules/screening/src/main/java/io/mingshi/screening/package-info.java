/// Decides on text against the terms of a feature library, whole or as a stream.
///
/// A stream releases only text that can no longer become part of a forbidden term, so nothing has to be called
/// back. This is the technical half of the review of inputs and results that a deep synthesis provider owes:
/// [DSP-10](http://www.cac.gov.cn/2022-12/11/c_1672221949354811.htm).
@NullMarked
package io.mingshi.screening;

import org.jspecify.annotations.NullMarked;
