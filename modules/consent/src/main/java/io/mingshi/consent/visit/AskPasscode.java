package io.mingshi.consent.visit;

import static io.mingshi.consent.ConsentProblem.ATTEMPTS_USED_UP;
import static io.mingshi.consent.ConsentProblem.NO_PASSCODE;

import io.mingshi.consent.ConsentFacts;
import io.mingshi.contracts.ConsentId;
import io.mingshi.contracts.event.ConsentEvent.ChallengeAnswered;
import io.mingshi.servicekit.crypto.BlindIndex;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/// Has a visitor repeat three words that were made for this visit, so that no recording and no script answers.
///
/// The words live for half an hour. When a link has taken as many wrong answers as it takes, an officer
/// decides.
@ApplicationScoped
public class AskPasscode {
    /// How long the words can be repeated.
    public static final Duration LIFE = Duration.ofMinutes(30);

    private final LinkSteps steps;
    private final AskOfficer officers;
    private final Visits visits;
    private final ConsentFacts facts;
    private final BlindIndex index;
    private final Clock clock;

    AskPasscode(
            LinkSteps steps, AskOfficer officers, Visits visits, ConsentFacts facts, BlindIndex index, Clock clock) {
        this.steps = steps;
        this.officers = officers;
        this.visits = visits;
        this.facts = facts;
        this.index = index;
        this.clock = clock;
    }

    /// @param left how many wrong answers the link still takes
    public record Asked(Passcode passcode, Instant until, int left) {}

    /// New words; those before no longer count.
    ///
    /// @throws io.mingshi.contracts.ProblemException `NO_SUCH_VISIT`, `ATTEMPTS_USED_UP` or `NO_PASSCODE`
    @Transactional
    public Asked ask(String token, String secret) {
        Instant now = clock.instant();
        Visit visit = steps.visit(token, secret, now);
        int wrong = wrongSoFar(visit);
        Passcode passcode = Passcode.next();
        Instant until = now.plus(LIFE);
        Visit asked = visit.with(new Challenge.Asked(wrong, mark(visit.terms().id(), passcode), until));
        visits.keep(asked);
        return new Asked(passcode, until, asked.challenge().left());
    }

    /// Takes an answer; a wrong one is counted, and the last one opens a check by hand.
    ///
    /// @param typed the words as typed, or as the page heard them
    /// @throws io.mingshi.contracts.ProblemException `NO_SUCH_VISIT`, `ATTEMPTS_USED_UP` or `NO_PASSCODE`
    @Transactional
    public Challenge answer(String token, String secret, String typed) {
        Instant now = clock.instant();
        Visit visit = steps.visit(token, secret, now);
        int wrong = wrongSoFar(visit);
        if (!(visit.challenge() instanceof Challenge.Asked asked) || !now.isBefore(asked.until())) {
            throw NO_PASSCODE.with("no passcode is out, or its half hour is over: ask for new words");
        }
        boolean right = Passcode.typed(typed)
                .map(passcode -> mark(visit.terms().id(), passcode).equals(asked.mark()))
                .orElse(false);
        Visit answered = visit.with(
                right
                        ? new Challenge.Passed(wrong, now, Challenge.By.PASSCODE)
                        : new Challenge.Asked(wrong + 1, asked.mark(), asked.until()));
        visits.keep(answered);
        tell(answered, right, now);
        return answered.challenge();
    }

    private int wrongSoFar(Visit visit) {
        Challenge challenge = visit.challenge();
        if (challenge.passed() != null) {
            throw NO_PASSCODE.with("the passcode was answered already: go on to your answer");
        }
        if (challenge.left() == 0) {
            throw ATTEMPTS_USED_UP.with("the passcode was answered wrongly " + Challenge.MOST_WRONG
                    + " times: an officer now checks by hand, and you come back to this link later");
        }
        return challenge.wrong();
    }

    private void tell(Visit visit, boolean right, Instant now) {
        int left = visit.challenge().left();
        facts.publish(new ChallengeAnswered(visit.terms().id(), visit.visitor().depicted(), right, left, now));
        if (!right && left == 0) {
            officers.ask(visit, ManualCheck.Cause.ATTEMPTS_USED_UP, now);
        }
    }

    private String mark(ConsentId id, Passcode passcode) {
        return index.of("consent.passcode." + id, passcode.canonical());
    }
}
