package io.mingshi.labels.securitydata;

/// What the text in `ReservedCode1` says about the label around it (TC260-PG-202511A).
///
/// Only the producer's signature over the label is looked at. `Bindings` and the text of a propagator are not.
public sealed interface SecurityData {
    /// SM3withSM2 (GM/T 0006).
    String SM3_WITH_SM2 = "1.2.156.10197.1.501";

    /// The field is empty.
    record None() implements SecurityData {}

    /// Something else than the guide describes, or an algorithm that is not checked here.
    ///
    /// @param form what it is, as a short phrase
    record Unknown(String form) implements SecurityData {}

    /// The label is as the holder of the key signed it. Who that is remains open: no key of this producer is known.
    record Intact(Sm2PublicKey key) implements SecurityData {}

    /// The label is as its producer signed it.
    record Trusted(Sm2PublicKey key) implements SecurityData {}

    /// The signature does not fit the label. Either one was changed, or this producer signs another text than the
    /// guide's: both are met.
    record Broken() implements SecurityData {}

    /// The signature fits the label, but was made with another key than those known of its producer.
    record ForeignKey(Sm2PublicKey key) implements SecurityData {}

    /// Checks the text of `ReservedCode1`; text of any kind is answered.
    ///
    /// @param message the members of the label that the signature covers
    /// @param pinned keys known to belong to producers
    static SecurityData check(LabelMessage message, String reservedCode1, KeyRing pinned) {
        return reservedCode1.isBlank() ? new None() : new SecurityDataCheck(message, pinned).check(reservedCode1);
    }
}
