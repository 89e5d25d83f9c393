package io.mingshi.gateway.admission;

import static io.mingshi.gateway.GatewayProblem.REAL_NAME_REQUIRED;

import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.governance.Capability;
import io.mingshi.contracts.identity.Standing;
import io.mingshi.contracts.identity.Standings;
import io.mingshi.gateway.Accounts;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Decides which account may ask for what kind of content; a question that is not answered refuses.
///
/// Nothing is released for people whose real identity is not proven
/// ([DSP-9](http://www.cac.gov.cn/2022-12/11/c_1672221949354811.htm)), and no setting changes that: publishing asks
/// for itself. Whether such an account may generate for itself alone is the provider's own policy,
/// `mingshi.gateway.unverified`.
@Startup
@Singleton
class WhoMayGenerate {
    private final Accounts accounts;
    private final Standings standings;
    private final boolean textUnverified;

    WhoMayGenerate(
            Accounts accounts,
            Standings standings,
            @ConfigProperty(name = "mingshi.gateway.unverified", defaultValue = "refuse") String unverified) {
        this.accounts = accounts;
        this.standings = standings;
        this.textUnverified = allowsText(unverified);
    }

    static boolean allowsText(String unverified) {
        return switch (unverified) {
            case "refuse" -> false;
            case "text" -> true;
            default ->
                throw new IllegalArgumentException("mingshi.gateway.unverified must be refuse, or text:"
                        + " people who are not verified may then ask for text, and for nothing else");
        };
    }

    /// @throws io.mingshi.contracts.ProblemException `ACCOUNT_SANCTIONED`, `REAL_NAME_REQUIRED`, or
    /// `MODULE_UNREACHABLE` when nobody says
    Standing standing(PersonId person, Capability capability) {
        accounts.requireMayGenerate(person);
        Standing standing = standings.of(person);
        boolean may = standing.assurance().proven() || (textUnverified && capability == Capability.CHAT);
        if (!may || !standing.person().equals(person)) {
            throw REAL_NAME_REQUIRED.with("verify your identity first: POST /api/identity/verifications");
        }
        return standing;
    }
}
