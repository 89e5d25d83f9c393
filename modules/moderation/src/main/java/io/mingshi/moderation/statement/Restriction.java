package io.mingshi.moderation.statement;

import io.mingshi.contracts.moderation.SanctionKind;

/// What was done to somebody.
public enum Restriction {
    /// A generation was refused.
    REFUSAL("R"),
    /// Something is held until a person has looked at it.
    HOLD("H"),
    /// A person looked, and what was held is not delivered.
    WITHHOLDING("W"),
    TAKEDOWN("D"),
    WARNING("S"),
    RESTRICTION("S"),
    SUSPENSION("S"),
    CLOSURE("S");

    private final String letter;

    Restriction(String letter) {
        this.letter = letter;
    }

    /// The number of the statement on the restriction with this number: whoever knows one knows the other.
    public String statementOn(String about) {
        return letter + "-" + about;
    }

    public static Restriction of(SanctionKind sanction) {
        return switch (sanction) {
            case WARNING -> WARNING;
            case RESTRICTION -> RESTRICTION;
            case SUSPENSION -> SUSPENSION;
            case CLOSURE -> CLOSURE;
        };
    }

    /// Whether it is a sanction on the account, and not about one content.
    public boolean onAccount() {
        return switch (this) {
            case REFUSAL, HOLD, WITHHOLDING, TAKEDOWN -> false;
            case WARNING, RESTRICTION, SUSPENSION, CLOSURE -> true;
        };
    }
}
