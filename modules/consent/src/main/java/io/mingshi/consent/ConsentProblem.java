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
