package io.mingshi.identity;

import io.mingshi.contracts.identity.Assurance;

/// How a real identity is proven.
///
/// [DSP-9](http://www.cac.gov.cn/2022-12/11/c_1672221949354811.htm) names them as equals; the national network
/// identity service is the fourth.
public enum Method {
    /// Name and document number agree with the document's issuer.
    ID_DOCUMENT(Assurance.ID_DOCUMENT),
    /// Name, document number and mobile number agree with the carrier's real-name registration.
    MOBILE(Assurance.MOBILE),
    /// Name and unified social credit code agree with the register of organisations.
    ORGANIZATION(Assurance.ORGANIZATION);

    private final Assurance assurance;

    Method(Assurance assurance) {
        this.assurance = assurance;
    }

    public Assurance assurance() {
        return assurance;
    }
}
