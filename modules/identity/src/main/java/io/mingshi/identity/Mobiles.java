package io.mingshi.identity;

import io.mingshi.contracts.PersonId;
import java.time.Instant;
import java.util.List;

/// Whose a mobile number is; every method takes part in the current transaction.
public interface Mobiles {
    /// Why a confirmation ended whose mobile number the carrier confirmed for somebody else.
    String CHANGED_HANDS = "MOBILE_CHANGED_HANDS";

    /// Takes a mobile number that the carrier just confirmed from everybody else who was proven with it. Accounts of
    /// the same person keep it.
    ///
    /// @return whose confirmation ended
    List<PersonId> take(PersonId person, PersonalData data, Instant now);

    /// @return false when none was kept
    boolean forget(PersonId person);
}
