package io.mingshi.gateway;

import io.mingshi.contracts.Kind;
import io.mingshi.contracts.Problem;

/// Everything that can go wrong here.
public enum GatewayProblem implements Problem {
    REAL_NAME_REQUIRED("The caller's real identity is not proven", Kind.FORBIDDEN),
    ACCOUNT_SANCTIONED("A sanction on the account forbids this", Kind.FORBIDDEN),
    GENERATION_PAUSED("Generation is paused", Kind.FORBIDDEN),
    SOURCE_REQUIRED("News is published with a listed source alone", Kind.FORBIDDEN),
    PUBLICATION_PAUSED("Publication is paused", Kind.FORBIDDEN),
    MODEL_REFUSED("The model may not be used for this", Kind.FORBIDDEN),
    COMPANION_REFUSED("The person may not have this companion", Kind.FORBIDDEN),
    DEPICTION_UNDECLARED("It is not declared who is depicted", Kind.INVALID),
    CONSENT_REFUSED("There is no valid separate consent of a depicted person", Kind.FORBIDDEN),
    CONSENT_WITHDRAWN("A depicted person withdrew the consent", Kind.FORBIDDEN),
    INPUT_BLOCKED("The input holds prohibited content", Kind.INVALID),
    OUTPUT_BLOCKED("The result held prohibited content and is not delivered", Kind.INVALID),
    CONTENT_UNREADABLE("The content cannot be read, so it cannot be screened", Kind.INVALID),
    DEPICTED_VOICE_FOUND("A voice was heard in a sound that is declared to hold nobody's", Kind.FORBIDDEN),
    MORE_PEOPLE_FOUND("More people were found than consents are named", Kind.FORBIDDEN),
    DEPICTED_PERSON_FOUND("A person was found in a picture that is declared to show none", Kind.FORBIDDEN),
    /// Not a conflict: OpenAI's libraries repeat a request that is answered 409, and each would be held anew.
    HELD_FOR_REVIEW("It waits for a person to look at it", Kind.FORBIDDEN),
    REVIEW_REFUSED("A person looked at it and refused it", Kind.FORBIDDEN),
    NO_SUCH_REVIEW("Nothing is held under this number", Kind.NOT_FOUND),
    NO_SUCH_DETECTION("There is no such detection", Kind.NOT_FOUND),
    DETECTION_DECIDED("The detection was decided on already", Kind.CONFLICT),
    APPEAL_INCOMPLETE("An appeal lacks something", Kind.INVALID),
    OWN_APPEAL("Nobody decides on an appeal of their own", Kind.FORBIDDEN),
    INVALID_REQUEST("The request is not what this address takes", Kind.INVALID),
    UNSUPPORTED("The request asks for what is not offered", Kind.INVALID),
    TOO_LARGE("The content is larger than what is accepted", Kind.TOO_LARGE),
    NO_UPSTREAM("No upstream serves this model", Kind.UNAVAILABLE),
    UPSTREAM_BUSY("No server of this model can take the request now", Kind.UNAVAILABLE),
    UPSTREAM_FAILED("The model did not answer as it should", Kind.UNAVAILABLE),
    UPSTREAM_REFUSED("The model's server does not take this request", Kind.INVALID),
    LABEL_FAILED("The result could not be labelled and is not delivered", Kind.UNAVAILABLE),
    STORE_UNAVAILABLE("The object store does not answer", Kind.UNAVAILABLE),
    STREAM_INTERRUPTED("The stream ended before its record was complete", Kind.UNAVAILABLE),
    REVIEW_UNAVAILABLE("A check before generation could not be made", Kind.UNAVAILABLE),
    KEY_REFUSED("The API key is not accepted", Kind.UNAUTHENTICATED),
    KEY_OUT_OF_SCOPE("The API key is not for this", Kind.FORBIDDEN),
    ORGANIZATION_REQUIRED("The caller is not proven to represent an organisation", Kind.FORBIDDEN),
    QUOTA_EXCEEDED("What may be used is used up", Kind.TOO_MANY),
    CLAUSE_NOT_ACCEPTED("The duty to label is not accepted", Kind.INVALID),
    UNLABELLED_UNAVAILABLE("There is no copy without explicit label", Kind.CONFLICT),
    NO_SUCH_SUPPLY("There is nothing to be fetched at this address", Kind.NOT_FOUND),
    NO_SUCH_KEY("There is no such API key", Kind.NOT_FOUND),
    NO_SUCH_FILE("There is no such file", Kind.NOT_FOUND),
    NO_SUCH_VIDEO("There is no such video", Kind.NOT_FOUND),
    VIDEO_UNFINISHED("The video is not finished", Kind.CONFLICT),
    NO_SUCH_WORK("There is no such work", Kind.NOT_FOUND),
    WORK_INCOMPLETE("The work has no recorded content", Kind.CONFLICT),
    TAKEN_DOWN("The work was taken down", Kind.BLOCKED);

    private final String title;
    private final Kind kind;

    GatewayProblem(String title, Kind kind) {
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
