package io.mingshi.consent.http;

import static io.mingshi.contracts.CommonProblem.MALFORMED_REQUEST;

import io.mingshi.consent.Consent;
import io.mingshi.consent.visit.AskPasscode;
import io.mingshi.consent.visit.Challenge;
import io.mingshi.consent.visit.IdentityClaim;
import io.mingshi.consent.visit.OpenVisit;
import io.mingshi.contracts.ConsentId;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What goes in and out of the depicted person's page.
final class VisitBodies {
    private static final int MAX_CHARACTERS = 100;

    private VisitBodies() {}

    /// @param child whom the visitor is guardian of; null when the visitor is depicted
    record Opening(
            @Nullable String method,
            @Nullable String name,
            @Nullable String number,
            @Nullable String mobile,
            @Nullable Child child) {
        IdentityClaim ofVisitor() {
            return claim(method == null ? "ID_DOCUMENT" : method, name, number, mobile == null ? "" : mobile);
        }

        @Nullable
        IdentityClaim ofChild() {
            return child == null ? null : claim("ID_DOCUMENT", child.name, child.number, "");
        }

        /// Hides everything, so that a log line cannot show it.
        @Override
        public String toString() {
            return "Opening[hidden]";
        }
    }

    record Child(@Nullable String name, @Nullable String number) {
        /// Hides everything, so that a log line cannot show it.
        @Override
        public String toString() {
            return "Child[hidden]";
        }
    }

    private static IdentityClaim claim(String method, @Nullable String name, @Nullable String number, String mobile) {
        if (name == null || number == null) {
            throw MALFORMED_REQUEST.with("name and number are missing");
        }
        if (Stream.of(method, name, number, mobile).anyMatch(field -> field.length() > MAX_CHARACTERS)) {
            throw MALFORMED_REQUEST.with("a field has at most " + MAX_CHARACTERS + " characters");
        }
        return new IdentityClaim(method, name, number, mobile);
    }

    /// @param visit goes into the header `Consent-Visit` of each further step; it is told this once
    /// @param guardianshipChecked null unless a guardian came
    record Opened(
            ConsentId consent,
            String visit,
            Instant until,
            int attemptsLeft,
            boolean passed,
            @Nullable Boolean guardianshipChecked) {
        static Opened of(OpenVisit.Opened opened) {
            var visit = opened.visit();
            return new Opened(
                    visit.terms().id(),
                    opened.secret(),
                    visit.visitor().verifiedAt().plus(OpenVisit.OPEN),
                    visit.challenge().left(),
                    visit.challenge().passed() != null,
                    visit.visitor().guardian() == null ? null : !visit.awaitsGuardianship());
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
