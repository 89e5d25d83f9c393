package io.mingshi.moderation;

import io.mingshi.contracts.Kind;
import io.mingshi.contracts.Problem;

/// Everything for which this module refuses.
public enum ModerationProblem implements Problem {
    PROPOSAL_INCOMPLETE("A proposal lacks something", Kind.INVALID),
    CATEGORY_UNKNOWN("There is no such kind of risk", Kind.INVALID),
    TERM_UNUSABLE("A term cannot be searched for", Kind.INVALID),
    NO_SUCH_CANDIDATE("There is no such candidate", Kind.NOT_FOUND),
    BANK_UNUSABLE("A bank of questions lacks something", Kind.INVALID),
    BANK_INSUFFICIENT("A bank of questions is too small", Kind.CONFLICT),
    NO_SUCH_BANK("There is no such bank of questions", Kind.NOT_FOUND),
    NO_SUCH_EVALUATION("There is no such evaluation", Kind.NOT_FOUND),
    NO_SUCH_QUESTION("The sample has no such question", Kind.NOT_FOUND),
    EVALUATION_INCOMPLETE("An evaluation is not complete", Kind.CONFLICT),
    EVALUATION_OVER("An evaluation has its report already", Kind.CONFLICT),
    OWN_ANNOTATION("Nobody reviews their own annotation", Kind.FORBIDDEN),
    ALREADY_LISTED("A term is in the library already", Kind.CONFLICT),
    NO_SUCH_ENTRY("The library in force has no such entry", Kind.NOT_FOUND),
    NO_SUCH_VERSION("The library never had this version", Kind.NOT_FOUND),
    NO_SUCH_PROPOSAL("There is no such proposal", Kind.NOT_FOUND),
    ALREADY_APPROVED("A proposal is approved already", Kind.CONFLICT),
    OWN_PROPOSAL("Nobody approves their own proposal", Kind.FORBIDDEN),
    LIBRARY_CHANGED("The library changed since a roll-back was proposed", Kind.CONFLICT),
    LAST_ENTRY("A library without entries would screen nothing", Kind.CONFLICT),
    DECISION_INCOMPLETE("A decision lacks something", Kind.INVALID),
    POLICY_UNKNOWN("There is no such policy", Kind.INVALID),
    SANCTION_TERM("The end of a sanction is wrong", Kind.INVALID),
    OWN_ITEM("Nobody decides about themselves", Kind.FORBIDDEN),
    SECOND_PERSON_NEEDED("A second person has to decide", Kind.FORBIDDEN),
    OFFICER_NEEDED("An officer has to decide", Kind.FORBIDDEN),
    NO_SUCH_STATEMENT("There is no such statement of reasons", Kind.NOT_FOUND),
    NO_SUCH_SANCTION("There is no such sanction", Kind.NOT_FOUND),
    SANCTION_OVER("The sanction is over", Kind.CONFLICT),
    NO_SUCH_DEED("Nothing waits under this number", Kind.NOT_FOUND),
    DEED_DECIDED("A second person has decided already", Kind.CONFLICT),
    DEED_WAITS("The same waits for a second person already", Kind.CONFLICT),
    WORK_UNKNOWN("No such work is known here", Kind.NOT_FOUND),
    ALREADY_TAKEN_DOWN("The work is taken down already", Kind.CONFLICT),
    NO_SUCH_TAKEDOWN("There is no such takedown", Kind.NOT_FOUND),
    TAKEDOWN_REVOKED("The takedown is taken back already", Kind.CONFLICT),
    NO_SUCH_REVIEW("There is no such item in the queue", Kind.NOT_FOUND),
    REVIEW_CLAIMED("Somebody else works on this item", Kind.CONFLICT),
    REVIEW_NOT_CLAIMED("The item is not claimed", Kind.CONFLICT),
    REVIEW_OVER("The item is decided already", Kind.CONFLICT),
    NOT_URGENT("The item is no hand-over", Kind.CONFLICT),
    CONTACT_OPEN("Nobody was called yet", Kind.CONFLICT),
    NO_SUCH_INCIDENT("There is no such incident", Kind.NOT_FOUND),
    INCIDENT_STATE("The incident is not where this is possible", Kind.CONFLICT);

    private final String title;
    private final Kind kind;

    ModerationProblem(String title, Kind kind) {
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
