package io.mingshi.consent.http;

import io.mingshi.consent.Consent;
import io.mingshi.consent.visit.AskPasscode;
import io.mingshi.consent.visit.Challenge;
import io.mingshi.consent.visit.OpenVisit;
import io.mingshi.contracts.ConsentId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What goes in and out of the depicted person's page.
final class VisitBodies {
    private VisitBodies() {}

    /// @param visit goes into the header `Consent-Visit` of each further step; it is told this once
    /// @param guardianshipChecked null unless a guardian came
    /// @param check the number of the check by which an officer finds out that it is the person; null where the
    /// proof showed that
    record Opened(
            ConsentId consent,
            String visit,
            Instant until,
            int attemptsLeft,
            boolean passed,
            @Nullable Boolean guardianshipChecked,
            @Nullable String check) {
        static Opened of(OpenVisit.Opened opened) {
            var visit = opened.visit();
            return new Opened(
                    visit.terms().id(),
                    opened.secret(),
                    visit.visitor().verifiedAt().plus(OpenVisit.OPEN),
                    visit.challenge().left(),
                    visit.challenge().passed() != null,
                    visit.visitor().guardian() == null ? null : !visit.awaitsGuardianship(),
                    visit.awaitedCheck());
        }
    }

    record Asked(Words words, Instant until, int attemptsLeft) {
        /// The same three words in Chinese and in English; either are taken.
        record Words(String zh, String en) {}

        static Asked of(AskPasscode.Asked asked) {
            return new Asked(
                    new Words(asked.passcode().chinese(), asked.passcode().english()), asked.until(), asked.left());
        }
    }

    record Challenged(boolean passed, int attemptsLeft) {
        static Challenged of(Challenge challenge) {
            return new Challenged(challenge.passed() != null, challenge.left());
        }
    }

    /// @param evidenceHash SHA-256 of the notice as shown with the answer; null after a no
    /// @param receipt a compact JWS for the person to keep; null after a no
    record Answered(
            ConsentId consent,
            String state,
            @Nullable String evidenceHash,
            @Nullable String receipt) {
        static Answered of(Consent consent, @Nullable String receipt) {
            return new Answered(
                    consent.terms().id(), ConsentView.state(consent), ConsentView.evidenceHash(consent), receipt);
        }
    }
}
