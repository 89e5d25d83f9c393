/// Generation behind one door: nobody gets content that was not admitted, screened, labelled and recorded, in
/// that order.
///
/// The order is in the types. Only `Admit` makes an `Admission`; an upstream answers an `Admission`; only
/// screening makes a `Passed`; only a label that reads back makes a `Labelled`; only a committed row makes a
/// `Recorded`; and only a `Recorded` has bytes that an edge can send.
///
/// Carries out [DSP-6, 9, 10, 14, 16 and 17](http://www.cac.gov.cn/2022-12/11/c_1672221949354811.htm) and
/// [LAB-4 and 5](https://www.cac.gov.cn/2025-03/14/c_1743654684782215.htm) for what is generated here.
@NullMarked
package io.mingshi.gateway;

import org.jspecify.annotations.NullMarked;
