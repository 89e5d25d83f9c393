package io.mingshi.identity.number;

/// What sort of number it is; each has its own checks.
public enum NumberKind {
    /// Resident identity number, GB 11643-1999.
    RESIDENT_ID,
    /// Residence permit of Hong Kong, Macau and Taiwan residents (area 810000, 820000, 830000), or a travel permit.
    PERMIT,
    /// Foreign permanent resident identity card.
    FOREIGN_RESIDENT,
    /// Unified social credit code, GB 32100-2015.
    CREDIT_CODE,
    /// Mainland mobile number.
    MOBILE;

    /// The kind of personal document that a number claims to be by its first characters.
    ///
    /// @param number in any spelling that [NumberInspector] accepts
    public static NumberKind ofDocument(String number) {
        String plain = Spelling.plain(number);
        if (PermitNumber.claims(plain)) {
            return PERMIT;
        }
        return ForeignResidentNumber.claims(plain) ? FOREIGN_RESIDENT : RESIDENT_ID;
    }
}
