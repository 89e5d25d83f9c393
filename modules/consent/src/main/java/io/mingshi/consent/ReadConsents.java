package io.mingshi.consent;

import static io.mingshi.consent.ConsentProblem.NO_SUCH_CONSENT;

import io.mingshi.contracts.ConsentId;
import io.mingshi.contracts.PersonId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Shows consents to the two people they concern, and an invitation to whoever holds its link.
@ApplicationScoped
public class ReadConsents {
    private final Consents consents;

    ReadConsents(Consents consents) {
        this.consents = consents;
    }

    /// A consent with the prompts that its requester was shown.
    public record Shown(Consent consent, List<Reminder> reminders) {
        public Shown {
            reminders = List.copyOf(reminders);
        }
    }

    /// @throws io.mingshi.contracts.ProblemException `NO_SUCH_INVITATION`
    @Transactional
    public Consent invitation(String token) {
        return consents.findByToken(token).orElseThrow(AnswerInvitation::noSuchInvitation);
    }

    /// @throws io.mingshi.contracts.ProblemException `NO_SUCH_CONSENT` also when it concerns others
    @Transactional
    public Shown one(PersonId reader, ConsentId id) {
        return consents.find(id)
                .filter(consent -> consent.terms().requester().equals(reader) || consent.isOf(reader))
                .map(consent -> new Shown(consent, consents.reminders(id)))
                .orElseThrow(() -> NO_SUCH_CONSENT.with("you asked for or gave no consent with this id"));
    }

    @Transactional
    public List<Consent> of(PersonId reader, @Nullable ConsentId before) {
        return consents.of(reader, before);
    }
}
