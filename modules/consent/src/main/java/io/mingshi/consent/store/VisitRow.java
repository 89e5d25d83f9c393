package io.mingshi.consent.store;

import static java.util.Objects.requireNonNull;

import io.mingshi.consent.Guardian;
import io.mingshi.consent.Terms;
import io.mingshi.consent.visit.Challenge;
import io.mingshi.consent.visit.Visit;
import io.mingshi.consent.visit.Visitor;
import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.identity.Assurance;
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
        reference = visitor.reference();
        verifiedAt = visitor.verifiedAt();
    }

    Visit visit(Terms terms) {
        String acts = guardian;
        var visitor = new Visitor(
                new PersonId(depicted),
                acts == null ? null : new Guardian(new PersonId(acts), requireNonNull(guardianUntil)),
                assurance,
                reference,
                verifiedAt);
        return new Visit(terms, visitor, challenge(), guardianshipAt);
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
