package io.mingshi.gateway.work;

import io.mingshi.contracts.ConsentId;
import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.ProduceId;
import java.time.Instant;
import java.util.List;

/// What consents mean for works, after the works were made.
///
/// A withdrawal hides what was made under the consent and lists it for removal; that it was made stays lawful.
/// [DSP-14](http://www.cac.gov.cn/2022-12/11/c_1672221949354811.htm),
/// [PIPL-15](https://www.cac.gov.cn/2021-08/20/c_1631050028355286.htm)
public interface Withdrawn {
    /// Hides them, with the event that tells of each; a work that is still being made is not recorded any more.
    /// Joins the transaction it is called in.
    void hideMadeUnder(ConsentId consent, Instant withdrawnAt);

    /// The owner's works to be removed, those hidden last first, at most `limit`.
    List<Work> ofOwner(PersonId owner, int limit);

    /// What a work rests on; empty when it shows nobody.
    List<MadeUnder> of(ProduceId work);

    /// @param purpose as the owner stated it when the work was made
    record MadeUnder(ConsentId consent, String purpose) {}
}
