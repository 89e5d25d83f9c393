package io.mingshi.contracts.identity;

/// How far a person's real identity is proven; the order is from less to more.
///
/// Deep Synthesis Provisions art. 9 accepts any of the named methods, so each of them suffices to generate and to
/// publish.
/// [DSP-9](http://www.cac.gov.cn/2022-12/11/c_1672221949354811.htm)
public enum Assurance {
    /// Nothing is proven: the person may look, but neither generate nor publish.
    NONE,
    /// Name, number and mobile number agree with the carrier's real-name registration.
    MOBILE,
    /// Name and number agree with the issuer of the identity document.
    ID_DOCUMENT,
    /// The national network identity service confirmed a person and named nobody.
    NATIONAL_IDENTITY,
    /// An organisation with a unified social credit code, represented by a person who is proven.
    ORGANIZATION;

    public boolean proven() {
        return this != NONE;
    }
}
