/// Hands records over to the authority that asks for them, so that it can check them without trusting the provider.
///
/// An officer or an inspector orders an export, a second officer agrees, a job makes one file, and every step is itself
/// a record ([DSP-21](http://www.cac.gov.cn/2022-12/11/c_1672221949354811.htm)).
@NullMarked
package io.mingshi.records.export;

import org.jspecify.annotations.NullMarked;
