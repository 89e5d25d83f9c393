/// Separate consent of the depicted person: no edit of a face or a voice without it, and none after its withdrawal.
///
/// Carries out [DSP-14](http://www.cac.gov.cn/2022-12/11/c_1672221949354811.htm) with
/// [PIPL-14, 15, 17, 29, 30](https://www.cac.gov.cn/2021-08/20/c_1631050028355286.htm): a user asks, naming feature,
/// purpose, models, audience and period, and is prompted to inform the depicted person; that person, verified, is shown
/// a notice
/// and answers alone and separately, and withdraws in one step. Agreeing to general terms is not consent.
@NullMarked
package io.mingshi.consent;

import org.jspecify.annotations.NullMarked;
