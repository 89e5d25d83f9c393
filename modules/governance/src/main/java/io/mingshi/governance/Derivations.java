package io.mingshi.governance;

import io.mingshi.contracts.ConsentId;
import io.mingshi.contracts.ModelId;
import java.time.Instant;
import java.util.List;

/// Which models were made under which consents, and which consents were taken back; every method takes part in the
/// current transaction.
public interface Derivations {
    /// The oldest first.
    List<Derivation> of(ModelId model);

    /// Those made under this consent.
    List<Derivation> under(ConsentId consent);

    /// Says that a model was made under a consent; false when that was said before.
    boolean keep(Derivation derivation);

    /// Keeps that the person took the consent back, whatever was made under it.
    void withdrawn(ConsentId consent, Instant at);

    /// Whether a consent under which the model was made was taken back.
    boolean isDisabled(ModelId model);
}
