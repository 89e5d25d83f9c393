package io.mingshi.keycloak;

/// Why a verification was refused, as far as the person can do something about it; the messages of the
/// theme begin with `verify.refused.`.
enum Refusal {
    NAME("name"),
    NUMBER("number"),
    BIRTH_DATE("birthDate"),
    MOBILE("mobile"),
    CODE("code"),
    MISSING(""),
    NOT_CONFIRMED(""),
    UNDER_14(""),
    TOO_OFTEN(""),
    HELD(""),
    ANOTHER_IDENTITY(""),
    ERASED(""),
    PAUSED(""),
    OTHER("");

    private final String field;

    Refusal(String field) {
        this.field = field;
    }

    /// @param code the name of the problem that `identity` told
    static Refusal of(String code) {
        return switch (code) {
            case "NAME_WRONG" -> NAME;
            case "FIELD_MISSING" -> MISSING;
            case "CODE_WRONG" -> CODE;
            case "FORMAT_WRONG",
                    "CHECKSUM_WRONG",
                    "AREA_UNKNOWN",
                    "NATIONALITY_UNKNOWN",
                    "DATE_INVALID",
                    "BIRTH_DATE_IN_FUTURE",
                    "AGE_IMPLAUSIBLE" -> NUMBER;
            case "BIRTH_DATE_UNKNOWN" -> BIRTH_DATE;
            case "NOT_CONFIRMED" -> NOT_CONFIRMED;
            case "UNDER_14" -> UNDER_14;
            case "TOO_OFTEN", "COST_CEILING_REACHED" -> TOO_OFTEN;
            case "HELD" -> HELD;
            case "ANOTHER_IDENTITY" -> ANOTHER_IDENTITY;
            case "ERASED" -> ERASED;
            case "REGISTRATION_PAUSED" -> PAUSED;
            default -> OTHER;
        };
    }

    /// The same where a mobile number was given alone.
    static Refusal ofMobile(Refusal refusal) {
        return refusal == NUMBER ? MOBILE : refusal;
    }

    /// The field of the form that has to be corrected; empty when it is none.
    String field() {
        return field;
    }

    String message() {
        return "verify.refused." + name();
    }
}
