/// Knows which models may be used, what is paused, and which rules the provider has published.
///
/// A model needs a filing number and a security assessment that is not overdue:
/// [DSP-15](http://www.cac.gov.cn/2022-12/11/c_1672221949354811.htm). Parts of the service can be paused by order:
/// [DSP-21](http://www.cac.gov.cn/2022-12/11/c_1672221949354811.htm). Rules and agreements are public:
/// [DSP-8](http://www.cac.gov.cn/2022-12/11/c_1672221949354811.htm).
@NullMarked
package io.mingshi.governance;

import org.jspecify.annotations.NullMarked;
