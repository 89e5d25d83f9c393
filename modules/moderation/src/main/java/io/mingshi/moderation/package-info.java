/// Keeps the feature library of illegal and bad information, and decides about people and works, with a statement
/// of reasons for each restriction.
///
/// An entry needs a category, a reason, a source, a proposer and another person who approves; every change is a
/// version with a hash over all entries, so that each decision can be tied to exactly the library that decided
/// it: [DSP-10](http://www.cac.gov.cn/2022-12/11/c_1672221949354811.htm). Refused generations are kept for the
/// reviewers: [DSP-6](http://www.cac.gov.cn/2022-12/11/c_1672221949354811.htm).
@NullMarked
package io.mingshi.moderation;

import org.jspecify.annotations.NullMarked;
