package io.mingshi.identity;

import io.mingshi.contracts.identity.Assurance;
import java.time.Duration;

/// How a real identity is proven, and for how long that counts.
///
/// [DSP-9](http://www.cac.gov.cn/2022-12/11/c_1672221949354811.htm) names them as equals: each of them
/// opens the same features. How long a confirmation counts is a policy of ours.
public enum Method {
    /// Name and document number agree with the document's issuer.
    ID_DOCUMENT(Assurance.ID_DOCUMENT, Duration.ofDays(730), false),
    /// Name, document number and mobile number agree with the carrier's real-name registration, and the
    /// person holds the mobile number; a year only, because carriers give numbers to others.
    MOBILE(Assurance.MOBILE, Duration.ofDays(365), true),
    /// Name and unified social credit code agree with the register of organisations, and the person of the
    /// account is registered as representative.
    ORGANIZATION(Assurance.ORGANIZATION, Duration.ofDays(365), false),
    /// The national network identity service confirms a person without naming them.
    /// [NID](https://www.cac.gov.cn/2025-05/23/c_1749711107835487.htm)
    NATIONAL_IDENTITY(Assurance.NATIONAL_IDENTITY, Duration.ofDays(365), true);

    private final Assurance assurance;
    private final Duration validity;
    private final boolean possession;

    Method(Assurance assurance, Duration validity, boolean possession) {
        this.assurance = assurance;
        this.validity = validity;
        this.possession = possession;
    }

    public Assurance assurance() {
        return assurance;
    }

    /// How long a confirmation counts.
    public Duration validity() {
        return validity;
    }

    /// Whether the person shows that they hold something, and not only that they know numbers.
    public boolean provesPossession() {
        return possession;
    }
}
