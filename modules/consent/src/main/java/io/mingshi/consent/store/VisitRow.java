package io.mingshi.consent.store;

import static java.util.Objects.requireNonNull;

import io.mingshi.consent.Guardian;
import io.mingshi.consent.Terms;
import io.mingshi.consent.visit.Challenge;
import io.mingshi.consent.visit.Visit;
import io.mingshi.consent.visit.Visitor;
import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.identity.Assurance;
import io.mingshi.contracts.identity.Likeness;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "visit")
class VisitRow extends PanacheEntityBase {
    @Id
    String consent;

    String depicted;

    @Nullable
    String guardian;

    @Column(name = "guardian_until")
    @Nullable
    Instant guardianUntil;

    @Enumerated(EnumType.STRING)
    Assurance assurance;

    String reference;

    @Column(name = "verified_at")
    Instant verifiedAt;

    @Column(name = "secret_hash")
    String secretHash;

    @Column(name = "open_until")
    Instant openUntil;

    @Column(name = "passcode_mark")
    @Nullable
    String passcodeMark;

    @Column(name = "passcode_until")
    @Nullable
    Instant passcodeUntil;

    int wrong;

    @Column(name = "passed_at")
    @Nullable
    Instant passedAt;

    @Column(name = "passed_by")
    @Enumerated(EnumType.STRING)
    Challenge.@Nullable By passedBy;

    /// Whether the visitor can be told from the requester.
    @Enumerated(EnumType.STRING)
    Likeness requester;

    /// When it was shown or found that the visitor is the person; null while an officer has to look, and where
    /// nobody asked.
    @Column(name = "possession_at")
    @Nullable
    Instant possessionAt;

    /// By which check an officer finds that, or found it; null where the proof showed it or nobody asked.
    @Column(name = "possession_check")
    @Nullable
    String possessionCheck;

    @Column(name = "guardianship_at")
    @Nullable
    Instant guardianshipAt;

    /// A passcode counts for the visit in which it was passed, an officer's word for whom it was said of.
    void comesFrom(Visitor visitor) {
        Guardian acting = visitor.guardian();
        String acts = acting == null ? null : acting.person().value();
        boolean another = !Objects.equals(acts, guardian);
        if (another) {
            guardianshipAt = null;
        }
        if (another || passedBy == Challenge.By.PASSCODE) {
            passedAt = null;
            passedBy = null;
        }
        depicted = visitor.depicted().value();
        guardian = acts;
        guardianUntil = acting == null ? null : acting.until();
        assurance = visitor.assurance();
        requester = visitor.requester();
        reference = visitor.reference();
        verifiedAt = visitor.verifiedAt();
    }

    Visit visit(Terms terms) {
        String acts = guardian;
        var visitor = new Visitor(
                new PersonId(depicted),
                acts == null ? null : new Guardian(new PersonId(acts), requireNonNull(guardianUntil)),
                assurance,
                possession() instanceof Visit.Possession.Shown,
                requester,
                reference,
                verifiedAt);
        return new Visit(terms, visitor, challenge(), possession(), guardianshipAt);
    }

    /// Belongs to the page that is being opened: another page of the same person shows it anew.
    void possession(Visit.Possession possession) {
        switch (possession) {
            case Visit.Possession.Shown _ -> {
                possessionAt = verifiedAt;
                possessionCheck = null;
            }
            case Visit.Possession.Awaited awaited -> {
                possessionAt = null;
                possessionCheck = awaited.check();
            }
            case Visit.Possession.Found found -> possessionAt = found.at();
            case Visit.Possession.Unasked _ -> {
                possessionAt = null;
                possessionCheck = null;
            }
        }
    }

    private Visit.Possession possession() {
        String check = possessionCheck;
        Instant at = possessionAt;
        if (check == null) {
            return at == null ? new Visit.Possession.Unasked() : new Visit.Possession.Shown();
        }
        return at == null ? new Visit.Possession.Awaited(check) : new Visit.Possession.Found(at);
    }

    private Challenge challenge() {
        Instant passed = passedAt;
        if (passed != null) {
            return new Challenge.Passed(wrong, passed, requireNonNull(passedBy));
        }
        String mark = passcodeMark;
        return mark == null
                ? new Challenge.Unasked(wrong)
                : new Challenge.Asked(wrong, mark, requireNonNull(passcodeUntil));
    }

    void keep(Visit visit) {
        possession(visit.possession());
        guardianshipAt = visit.guardianshipAt();
        wrong = visit.challenge().wrong();
        switch (visit.challenge()) {
            case Challenge.Unasked _ -> passcode(null, null);
            case Challenge.Asked asked -> passcode(asked.mark(), asked.until());
            case Challenge.Passed passed -> {
                passcode(null, null);
                passedAt = passed.at();
                passedBy = passed.by();
            }
        }
    }

    private void passcode(@Nullable String mark, @Nullable Instant until) {
        passcodeMark = mark;
        passcodeUntil = until;
    }
}
