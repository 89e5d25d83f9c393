package io.mingshi.contracts.moderation;

/// The steps of the ladder, mildest first ([DSP-10](http://www.cac.gov.cn/2022-12/11/c_1672221949354811.htm)).
public enum SanctionKind {
    /// Tells the person; nothing is taken away.
    WARNING,
    /// The person generates but publishes nothing.
    RESTRICTION,
    /// Nothing is generated or published, and every session and key rests, until it ends.
    SUSPENSION,
    /// As a suspension, for good: sessions and keys are gone.
    CLOSURE
}
