package io.mingshi.identity;

import static io.mingshi.identity.IdentityProblem.NOT_CONFIRMED;
import static io.mingshi.identity.IdentityProblem.TOO_OFTEN;

import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.ProblemException;
import io.mingshi.contracts.identity.AgeGroup;
import io.mingshi.identity.Allowances.Take;
import io.mingshi.identity.Attempts.Purse;
import io.mingshi.identity.Settlement.Answered;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/// Proves who somebody is without keeping it: no identity, and no place among the accounts of one.
///
/// It is no registration, so a pause of registration does not keep anybody from it: who withdraws through a
/// link can do so at any time. No transaction is open while the authority is asked. [PIPL-6,
/// 15](https://www.cac.gov.cn/2021-08/20/c_1631050028355286.htm)
@ApplicationScoped
public class ProveOnce {
    private final Allowances allowances;
    private final Authority authority;
    private final Attempts attempts;
    private final RecordVerification record;
    private final Clock clock;

    ProveOnce(Allowances allowances, Authority authority, Attempts attempts, RecordVerification record, Clock clock) {
        this.allowances = allowances;
        this.authority = authority;
        this.attempts = attempts;
        this.record = record;
        this.clock = clock;
    }

    /// Who comes, as pseudonyms and keyed hashes.
    ///
    /// @param holder for whom the code was sent or the challenge made
    /// @param payer on whose account the check goes
    /// @param origin where from; its device stands for link and network together
    /// @param withdrawing whether they come to what can be taken back
    public record Entrance(PersonId holder, PersonId payer, Origin origin, boolean withdrawing) {
        private Purse purse() {
            return withdrawing ? Purse.WITHDRAWALS : Purse.VISITS;
        }

        private boolean taken(Allowances allowances) {
            Take link = new Take(Allowance.VISITS_OF_LINK, origin.device());
            return withdrawing
                    ? allowances.takeAll(link, new Take(Allowance.WITHDRAWALS_OF_ADDRESS, origin.address()))
                    : allowances.takeAll(
                            link,
                            new Take(Allowance.VISITS_OF_ADDRESS, origin.address()),
                            new Take(Allowance.VERIFICATIONS_OF_ADDRESS, origin.address()));
        }
    }

    /// What is told, after every check that needs nobody else.
    ///
    /// @throws ProblemException the problem of the first check that fails; nothing was counted
    public Claim claim(PersonId holder, VerifyIdentity.Request request) {
        return Claim.of(request, new Identity.Unproven(holder), clock);
    }

    /// Counts a try, has the code or challenge checked and asks the authority.
    ///
    /// @param code that was sent to the mobile number; empty where none is needed
    /// @throws ProblemException `TOO_OFTEN`, `CODE_WRONG`, `FIELD_MISSING`, `COST_CEILING_REACHED`,
    ///     `AUTHORITY_UNREACHABLE` or `NOT_CONFIRMED`
    public Authority.Answer prove(Claim claim, String code, Entrance entrance) {
        notTooOften(entrance);
        try {
            record.held(entrance.holder(), claim, code);
        } catch (ProblemException e) {
            record.failed(entrance.holder(), claim.method(), e.problem().name());
            throw e;
        }
        String key = attempts.begin(entrance.payer(), claim, entrance.purse());
        var answered = new Answered(authority.check(claim, key), key);
        return switch (answered.answer().result()) {
            case MATCH -> {
                record.visited(entrance.holder(), claim, answered);
                yield answered.answer();
            }
            case MISMATCH, NO_RECORD -> {
                record.refused(entrance.holder(), claim.method(), answered);
                throw NOT_CONFIRMED.with("what was given was not confirmed to belong together: compare it with the"
                        + " document, and the mobile number with the carrier's registration");
            }
        };
    }

    /// The age of the person of a claim; [AgeGroup#ADULT] where only the authority tells it.
    public AgeGroup age(Claim claim) {
        return Birthday.of(claim, clock).orElse(AgeGroup.ADULT);
    }

    private void notTooOften(Entrance entrance) {
        if (!entrance.taken(allowances)) {
            throw TOO_OFTEN.with(
                    "an identity was tried too often through this link or from this network: try again later");
        }
    }
}
