package io.mingshi.consent;

import io.mingshi.contracts.PersonId;
import java.time.Instant;

/// Who acts for a depicted child under 14, until midnight of the fourteenth birthday.
///
/// [PIPL-31](https://www.cac.gov.cn/2021-08/20/c_1631050028355286.htm)
public record Guardian(PersonId person, Instant until) {}
