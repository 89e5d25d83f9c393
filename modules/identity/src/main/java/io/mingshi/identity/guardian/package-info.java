/// The consent of a guardian, without which a child under 14 is not verified.
///
/// Carries out [PIPL-31](https://www.cac.gov.cn/2021-08/20/c_1631050028355286.htm).
@NullMarked
package io.mingshi.identity.guardian;

import org.jspecify.annotations.NullMarked;
