package io.mingshi.gateway.input;

import static io.mingshi.gateway.GatewayProblem.HELD_FOR_REVIEW;
import static io.mingshi.gateway.GatewayProblem.REVIEW_REFUSED;

import io.mingshi.contracts.AdmissionId;
import io.mingshi.contracts.ContentKind;
import io.mingshi.contracts.ModelId;
import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.ProblemException;
import io.mingshi.contracts.Sha256;
import io.mingshi.contracts.event.ScreeningRecord;
import io.mingshi.gateway.Media;
import io.mingshi.servicekit.id.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/// Holds what no machine here decides on until a person has, and then lets the same pass for its owner, or refuses it
/// with that person's reason.
///
/// What a rule forbids is never held: it does not come here.
/// [DSP-10](http://www.cac.gov.cn/2022-12/11/c_1672221949354811.htm)
@ApplicationScoped
public class HoldInputs {
    /// So much of one person may wait: reviewers' time and the store are not to be filled by one.
    static final int MOST = 20;

    private static final String RULE = "REVIEWED:";

    private final HeldInputLedger ledger;
    private final HeldInputContents contents;
    private final Ids ids;
    private final Clock clock;

    HoldInputs(HeldInputLedger ledger, HeldInputContents contents, Ids ids, Clock clock) {
        this.ledger = ledger;
        this.contents = contents;
        this.ids = ids;
        this.clock = clock;
    }

    /// Who hands something in, with which request.
    public record Sender(AdmissionId request, PersonId person, ModelId model) {}

    /// The verdict under which it passes, because a person released it.
    ///
    /// @param verdict why a person has to look
    /// @throws ProblemException `REVIEW_REFUSED`, or `HELD_FOR_REVIEW` when nobody has decided yet: it is held by
    ///     then, unless too much of this person's is
    public ScreeningRecord decided(Sender sender, Media input, ScreeningRecord verdict) {
        byte[] bytes = input.bytes();
        String sha256 = Sha256.of(bytes);
        HeldInput held =
                ledger.of(sender.person(), sha256).orElseGet(() -> hold(sender, input, bytes, sha256, verdict));
        if (held.released() == null) {
            throw HELD_FOR_REVIEW.with("a person has to look at what you sent (review " + held.review() + ", "
                    + held.reason()
                    + "): send the same again once it is released; reasons at /me/decisions?statement=H-"
                    + held.review());
        }
        if (!held.released()) {
            throw REVIEW_REFUSED.with("a person looked at what you sent and refused it: " + held.decision()
                    + "; reasons and appeal at /me/decisions?statement=W-" + held.review());
        }
        return new ScreeningRecord(
                verdict.part(), "ALLOW", RULE + held.review(), null, verdict.libraryVersion(), verdict.libraryHash());
    }

    /// Whether a person released this content for its owner.
    public boolean released(PersonId owner, String sha256) {
        return ledger.of(owner, sha256)
                .filter(held -> Boolean.TRUE.equals(held.released()))
                .isPresent();
    }

    /// The content is stored before anybody is asked to look at it.
    private HeldInput hold(Sender sender, Media input, byte[] bytes, String sha256, ScreeningRecord verdict) {
        if (ledger.waitingOf(sender.person()) >= MOST) {
            throw HELD_FOR_REVIEW.with("a person would have to look at what you sent, and " + MOST
                    + " things that you sent wait already: this is not kept; send it again when those are decided");
        }
        var held = new HeldInput(
                ids.next(),
                sender.request(),
                sender.person(),
                sender.model(),
                kind(input),
                input.type().mimeType(),
                sha256,
                String.valueOf(verdict.ruleId()),
                clock.instant(),
                null,
                null,
                null);
        contents.keepInput(held.review(), bytes);
        ledger.hold(held, verdict);
        return ledger.of(sender.person(), sha256).orElse(held);
    }

    private static ContentKind kind(Media input) {
        return switch (input.type().kind()) {
            case TEXT, DOCUMENT -> ContentKind.TEXT;
            case IMAGE -> ContentKind.IMAGE;
            case AUDIO -> ContentKind.AUDIO;
            case VIDEO -> ContentKind.VIDEO;
        };
    }
}
