package io.mingshi.identity;

import static io.mingshi.contracts.CommonProblem.MALFORMED_REQUEST;
import static io.mingshi.identity.IdentityProblem.BIRTH_DATE_UNKNOWN;

import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.ProblemException;
import io.mingshi.contracts.identity.Assurance;
import io.mingshi.contracts.identity.VisitorAnswer;
import io.mingshi.contracts.identity.VisitorChecks;
import io.mingshi.contracts.identity.VisitorProof;
import io.mingshi.contracts.identity.VisitorStanding;
import io.mingshi.identity.number.Inspection;
import io.mingshi.identity.number.NumberInspector;
import io.mingshi.identity.number.NumberKind;
import io.mingshi.servicekit.crypto.BlindIndex;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.stream.Stream;

/// Proves visitors like accounts, under a pseudonym that is made from the document number.
///
/// Children under 14 are recognised and not asked about: only their guardian acts, until midnight of the fourteenth
/// birthday. [PIPL-31](https://www.cac.gov.cn/2021-08/20/c_1631050028355286.htm)
@ApplicationScoped
class LocalVisitorChecks implements VisitorChecks {
    private static final String PARTITION = "identity.visitor";

    private final VerifyIdentity verification;
    private final ReadIdentity reading;
    private final BlindIndex index;
    private final Clock clock;

    LocalVisitorChecks(VerifyIdentity verification, ReadIdentity reading, BlindIndex index, Clock clock) {
        this.verification = verification;
        this.reading = reading;
        this.index = index;
        this.clock = clock;
    }

    /// No transaction is open while the authority is asked.
    @Override
    @Transactional(TxType.NOT_SUPPORTED)
    public VisitorAnswer check(VisitorProof proof) {
        try {
            return new VisitorAnswer(standing(proof), null);
        } catch (ProblemException e) {
            return switch (e.problem().kind()) {
                case INVALID, UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, CONFLICT, BLOCKED, TOO_LARGE, TOO_MANY ->
                    new VisitorAnswer(null, e.detail());
                case UNAVAILABLE, INTERNAL -> throw e;
            };
        }
    }

    private VisitorStanding standing(VisitorProof proof) {
        Method method = method(proof);
        LocalDate today = LocalDate.now(clock);
        Inspection inspection = inspection(proof.number(), today);
        LocalDate birth = inspection
                .birthDate()
                .orElseThrow(() -> BIRTH_DATE_UNKNOWN.with("this document does not tell the birth date, which decides"
                        + " about guardians: use a document with 18 characters"));
        var visitor = new PersonId("v-" + index.of(PARTITION, inspection.number()));
        boolean counterpart = belongsTo(proof.counterpart(), inspection.number());
        LocalDate fourteenth = completes(Birthday.GUARDIAN_UNTIL, birth);
        boolean minor = today.isBefore(completes(Birthday.MINOR_UNTIL, birth));
        if (today.isBefore(fourteenth)) {
            Instant until = fourteenth.atStartOfDay(clock.getZone()).toInstant();
            return new VisitorStanding(visitor, Assurance.NONE, true, until, counterpart, "", clock.instant());
        }
        Identity.Proven proven = verification.verify(
                visitor,
                new VerifyIdentity.Request(
                        method, null, proof.name(), proof.number(), null, proof.mobile(), null, null, null, null),
                new Origin(proof.address(), "visitor " + visitor));
        Confirmation confirmation = proven.confirmations().stream()
                .max(Comparator.comparing(Confirmation::verifiedAt))
                .orElseThrow();
        return new VisitorStanding(
                visitor,
                proven.standing(clock).assurance(),
                minor,
                null,
                counterpart,
                confirmation.reference(),
                confirmation.verifiedAt());
    }

    private static Method method(VisitorProof proof) {
        return Stream.of(Method.ID_DOCUMENT)
                .filter(method -> method.name().equals(proof.method()))
                .findFirst()
                .orElseThrow(() -> MALFORMED_REQUEST.with("a visitor is proven by ID_DOCUMENT"));
    }

    private static Inspection inspection(String number, LocalDate today) {
        Inspection inspection = NumberInspector.inspect(NumberKind.ofDocument(number), number, today);
        inspection.refusal().ifPresent(failed -> {
            throw IdentityProblem.of(failed.check()).with(failed.reason());
        });
        return inspection;
    }

    private boolean belongsTo(PersonId account, String number) {
        return reading.own(account) instanceof Identity.Proven proven
                && proven.data()
                        .map(PersonalData::number)
                        .filter(number::equals)
                        .isPresent();
    }

    /// Who is born on 29 February completes a year on 1 March where the year has no such day.
    private static LocalDate completes(int years, LocalDate birth) {
        LocalDate day = birth.plusYears(years);
        return day.getDayOfMonth() == birth.getDayOfMonth() ? day : day.plusDays(1);
    }
}
