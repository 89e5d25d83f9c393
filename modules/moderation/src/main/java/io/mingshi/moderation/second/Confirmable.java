package io.mingshi.moderation.second;

import io.mingshi.contracts.PersonId;

/// Does what two people want, once the second has confirmed it.
public interface Confirmable {
    boolean does(Deed.Kind kind);

    /// Takes part in the transaction in which the second person confirms.
    void confirmed(Deed deed, PersonId second);
}
