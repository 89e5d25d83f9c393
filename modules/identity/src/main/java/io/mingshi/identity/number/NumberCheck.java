package io.mingshi.identity.number;

/// One thing that can be right or wrong with a number; each is reported on its own.
public enum NumberCheck {
    /// Length and characters.
    FORMAT,
    /// The check character agrees with the others.
    CHECKSUM,
    /// The administrative area exists, and is one that this kind of document is issued for.
    AREA,
    /// The nationality is a country of ISO 3166-1.
    NATIONALITY,
    /// The birth date is a day of the calendar.
    DATE,
    /// The birth date is not after today.
    FUTURE,
    /// The age is one that people reach.
    AGE,
    /// The organisation code inside a credit code agrees with its own check character; a warning only.
    ORGANIZATION_CODE;

    /// Whether a number that fails this check is refused.
    public boolean blocking() {
        return this != ORGANIZATION_CODE;
    }
}
