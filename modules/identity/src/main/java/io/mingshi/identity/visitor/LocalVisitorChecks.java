package io.mingshi.identity.visitor;

import static io.mingshi.contracts.CommonProblem.MALFORMED_REQUEST;

import io.mingshi.contracts.ProblemException;
import io.mingshi.contracts.identity.VisitorAnswer;
import io.mingshi.contracts.identity.VisitorChecks;
import io.mingshi.contracts.identity.VisitorChild;
import io.mingshi.contracts.identity.VisitorDoor;
import io.mingshi.contracts.identity.VisitorMobile;
import io.mingshi.contracts.identity.VisitorProof;
import io.mingshi.contracts.identity.VisitorRefusal;
import io.mingshi.contracts.identity.VisitorRefusal.Cause;
import io.mingshi.contracts.identity.VisitorTicket;
import io.mingshi.identity.Origin;
import io.mingshi.identity.code.IssueChallenge;
import io.mingshi.identity.code.SendCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.function.Function;
import java.util.function.Supplier;

/// Proves visitors without an account; no transaction is open while anybody outside is asked.
@ApplicationScoped
class LocalVisitorChecks implements VisitorChecks {
    private final RecogniseVisitor visitors;
    private final SendCode codes;
    private final IssueChallenge challenges;
    private final VisitorNames names;

    LocalVisitorChecks(RecogniseVisitor visitors, SendCode codes, IssueChallenge challenges, VisitorNames names) {
        this.visitors = visitors;
        this.codes = codes;
        this.challenges = challenges;
        this.names = names;
    }

    @Override
    @Transactional(TxType.NOT_SUPPORTED)
    public VisitorTicket sendCode(VisitorMobile mobile) {
        return ticket(() -> {
            codes.sendThroughLink(names.holder(mobile.door()), mobile.mobile(), origin(mobile.door()));
            return new VisitorTicket(null, SendCode.VALIDITY.toSeconds(), null);
        });
    }

    @Override
    @Transactional(TxType.NOT_SUPPORTED)
    public VisitorTicket challenge(VisitorDoor door) {
        return ticket(() -> {
            String challenge = challenges.issueThroughLink(
                    next -> names.holder(door, next), origin(door).device());
            return new VisitorTicket(challenge, IssueChallenge.VALIDITY.toSeconds(), null);
        });
    }

    @Override
    @Transactional(TxType.NOT_SUPPORTED)
    public VisitorAnswer check(VisitorProof proof) {
        return told(
                () -> new VisitorAnswer(visitors.prove(proof, network(proof.door())), null),
                refusal -> new VisitorAnswer(null, refusal));
    }

    @Override
    @Transactional(TxType.NOT_SUPPORTED)
    public VisitorAnswer recognise(VisitorChild child) {
        return told(
                () -> new VisitorAnswer(visitors.recognise(child), null), refusal -> new VisitorAnswer(null, refusal));
    }

    private Origin origin(VisitorDoor door) {
        return names.origin(door, network(door));
    }

    private static String network(VisitorDoor door) {
        try {
            return Origin.network(door.address());
        } catch (IllegalArgumentException e) {
            throw MALFORMED_REQUEST.with("the address of a visitor is an IP address");
        }
    }

    private static VisitorTicket ticket(Supplier<VisitorTicket> step) {
        return told(step, refusal -> new VisitorTicket(null, 0, refusal));
    }

    /// What the visitor can act on is an answer; what nobody can for the moment is none.
    private static <T> T told(Supplier<T> step, Function<VisitorRefusal, T> refused) {
        try {
            return step.get();
        } catch (ProblemException e) {
            Cause cause = switch (e.problem().kind()) {
                case INVALID, TOO_LARGE -> Cause.MALFORMED;
                case TOO_MANY -> Cause.TOO_OFTEN;
                case UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, CONFLICT, BLOCKED -> Cause.NOT_PROVEN;
                case UNAVAILABLE, INTERNAL -> throw e;
            };
            return refused.apply(new VisitorRefusal(cause, e.detail()));
        }
    }
}
