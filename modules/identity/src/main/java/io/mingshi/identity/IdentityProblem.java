package io.mingshi.identity;

import io.mingshi.contracts.Kind;
import io.mingshi.contracts.Problem;
import io.mingshi.identity.number.NumberCheck;

/// Everything for which a verification is refused.
public enum IdentityProblem implements Problem {
    REGISTRATION_PAUSED("Registration is paused", Kind.FORBIDDEN),
    FIELD_MISSING("A field that this method needs is missing", Kind.INVALID),
    NAME_WRONG("The name is not one", Kind.INVALID),
    FORMAT_WRONG("A number does not have its form", Kind.INVALID),
    CHECKSUM_WRONG("A number's check character does not agree", Kind.INVALID),
    AREA_UNKNOWN("A number's area was never issued", Kind.INVALID),
    NATIONALITY_UNKNOWN("A number's nationality does not exist", Kind.INVALID),
    DATE_INVALID("A number's birth date is no date", Kind.INVALID),
    BIRTH_DATE_IN_FUTURE("A number's birth date is in the future", Kind.INVALID),
    AGE_IMPLAUSIBLE("A number's birth date makes an age that nobody reaches", Kind.INVALID),
    BIRTH_DATE_UNKNOWN("A document does not tell the birth date", Kind.INVALID),
    UNDER_14("A person under 14 needs a guardian", Kind.FORBIDDEN),
    REPRESENTATIVE_MISSING("An organisation has no proven representative", Kind.FORBIDDEN),
    HELD("Nothing counts as proven on this account for now", Kind.CONFLICT),
    NO_SUCH_GUARDIANSHIP("There is no such request to a guardian", Kind.NOT_FOUND),
    NOT_A_GUARDIAN("Somebody cannot consent as guardian", Kind.FORBIDDEN),
    NOTICE_OUTDATED("The notice has changed", Kind.CONFLICT),
    NOTHING_PROVEN("Nothing is proven on an account", Kind.CONFLICT),
    NO_SUCH_HOLD("There is no such legal hold", Kind.NOT_FOUND),
    NO_SUCH_DISCLOSURE("There is no such disclosure", Kind.NOT_FOUND),
    SAME_OFFICER("A disclosure needs a second officer", Kind.FORBIDDEN),
    DISCLOSURE_CLOSED("A disclosure cannot be decided or read any more", Kind.CONFLICT),
    CODE_WRONG("A code is wrong, used or too old", Kind.FORBIDDEN),
    TOO_OFTEN("Something was tried too often", Kind.TOO_MANY),
    COST_CEILING_REACHED("Checks have cost as much as they may today", Kind.TOO_MANY),
    NOT_CONFIRMED("The identity authority did not confirm", Kind.FORBIDDEN),
    AUTHORITY_UNREACHABLE("The identity authority does not answer", Kind.UNAVAILABLE),
    MESSAGES_UNREACHABLE("Text messages cannot be sent", Kind.UNAVAILABLE),
    ANOTHER_IDENTITY("The account is proven to be somebody else's", Kind.CONFLICT),
    ERASED("The account was erased", Kind.CONFLICT);

    private final String title;
    private final Kind kind;

    IdentityProblem(String title, Kind kind) {
        this.title = title;
        this.kind = kind;
    }

    static IdentityProblem of(NumberCheck failed) {
        return switch (failed) {
            case FORMAT -> FORMAT_WRONG;
            case CHECKSUM, ORGANIZATION_CODE -> CHECKSUM_WRONG;
            case AREA -> AREA_UNKNOWN;
            case NATIONALITY -> NATIONALITY_UNKNOWN;
            case DATE -> DATE_INVALID;
            case FUTURE -> BIRTH_DATE_IN_FUTURE;
            case AGE -> AGE_IMPLAUSIBLE;
        };
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
