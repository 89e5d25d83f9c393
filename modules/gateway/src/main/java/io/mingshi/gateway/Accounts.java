package io.mingshi.gateway;

import static io.mingshi.gateway.GatewayProblem.ACCOUNT_SANCTIONED;

import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.ProblemException;
import io.mingshi.contracts.moderation.AccountStanding;
import io.mingshi.contracts.moderation.Sanctions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/// What sanctions leave an account to do; asked every time, so that one counts from the next request on.
///
/// [DSP-10](http://www.cac.gov.cn/2022-12/11/c_1672221949354811.htm)
@ApplicationScoped
public class Accounts {
    private final Sanctions sanctions;

    Accounts(Sanctions sanctions) {
        this.sanctions = sanctions;
    }

    /// @throws ProblemException `ACCOUNT_SANCTIONED`, or `MODULE_UNREACHABLE` when nobody says
    public void requireMayGenerate(PersonId person) {
        AccountStanding standing = sanctions.of(person);
        if (!standing.mayGenerate()) {
            throw refused(standing);
        }
    }

    /// @throws ProblemException `ACCOUNT_SANCTIONED`, or `MODULE_UNREACHABLE` when nobody says
    public void requireMayPublish(PersonId person) {
        AccountStanding standing = sanctions.of(person);
        if (!standing.mayPublish()) {
            throw refused(standing);
        }
    }

    private static ProblemException refused(AccountStanding standing) {
        String kind = String.valueOf(standing.kind()).toLowerCase(Locale.ROOT);
        String until = standing.until() == null ? "" : " until " + standing.until();
        return ACCOUNT_SANCTIONED.with("a " + kind + " of this account is in force" + until
                + ": reasons and appeal at /me/decisions?statement=S-" + standing.sanction());
    }
}
