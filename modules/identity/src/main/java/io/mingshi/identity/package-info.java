/// Real-name verification: who a pseudonym is was proven by a named method, and nobody else may read by whom.
///
/// Carries out [DSP-9](http://www.cac.gov.cn/2022-12/11/c_1672221949354811.htm): real identity by mobile number,
/// identity document or unified social credit code. Local checks come first, then the identity authority; an authority
/// that does not answer proves nothing. Personal data is encrypted under the person's own key and leaves masked.
@NullMarked
package io.mingshi.identity;

import org.jspecify.annotations.NullMarked;
