package io.mingshi.consent;

import io.mingshi.contracts.Kind;
import io.mingshi.contracts.Problem;

/// Everything for which a step towards consent is refused.
public enum ConsentProblem implements Problem {
    SCOPE_WRONG("The scope of the consent is not stated as needed", Kind.INVALID),
    NOT_VERIFIED("The caller's identity is not proven", Kind.FORBIDDEN),
    NOT_A_NATURAL_PERSON("Only a natural person is depicted", Kind.FORBIDDEN),
    NO_SUCH_INVITATION("There is no such invitation", Kind.NOT_FOUND),
    OWN_INVITATION("Nobody consents in place of the depicted person", Kind.FORBIDDEN),
    NOT_SEPARATE("Consent must be given separately", Kind.INVALID),
    NOTICE_DIFFERS("Another notice was shown than the one answered", Kind.CONFLICT),
    ALREADY_ANSWERED("The invitation was answered", Kind.CONFLICT),
    LAPSED("The period is over", Kind.CONFLICT),
    NO_SUCH_CONSENT("There is no such consent", Kind.NOT_FOUND),
    NOT_ACTIVE("The consent is not in force", Kind.CONFLICT),
    NAMED_OTHERWISE("The request names another person", Kind.FORBIDDEN),
    LINK_BOUND("The link belongs to another person", Kind.FORBIDDEN),
    TOO_MANY_TRIES("An identity was tried too often", Kind.TOO_MANY),
    CLAIM_WRONG("What the visitor told cannot be an identity", Kind.INVALID),
    IDENTITY_NOT_PROVEN("The visitor's identity is not proven", Kind.FORBIDDEN),
    GUARDIAN_NEEDED("Only a guardian of age answers for a child under 14", Kind.FORBIDDEN),
    CHILD_EXPECTED("The depicted person is no child under 14", Kind.FORBIDDEN),
    PAGE_IN_USE("The page is open for who showed more", Kind.CONFLICT),
    NO_SUCH_VISIT("There is no such open visit", Kind.UNAUTHENTICATED),
    NO_PASSCODE("No passcode is out", Kind.CONFLICT),
    PASSCODE_NEEDED("The passcode is not answered", Kind.FORBIDDEN),
    ATTEMPTS_USED_UP("The passcode was answered wrongly too often", Kind.FORBIDDEN),
    POSSESSION_UNCHECKED("It is not known yet that the visitor is the person", Kind.FORBIDDEN),
    GUARDIANSHIP_UNCHECKED("The guardianship is not checked yet", Kind.FORBIDDEN),
    NO_SUCH_CHECK("There is no such check by hand", Kind.NOT_FOUND),
    CHECK_DECIDED("The check by hand is decided", Kind.CONFLICT),
    REASON_MISSING("A reason is missing", Kind.INVALID),
    NOT_GIVEN("The consent was not given", Kind.CONFLICT),
    TOO_MANY_REQUESTS("Consent was asked for too often", Kind.TOO_MANY),
    NO_SUCH_NOTICE("There is no such notice", Kind.NOT_FOUND),
    DECEASED_PERSON("Nobody can consent for a person who has died", Kind.FORBIDDEN),
    PUBLIC_FIGURE("People known to the public are not edited", Kind.FORBIDDEN),
    NOT_LISTED("Nobody of this name is listed", Kind.NOT_FOUND);

    private final String title;
    private final Kind kind;

    ConsentProblem(String title, Kind kind) {
        this.title = title;
        this.kind = kind;
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
