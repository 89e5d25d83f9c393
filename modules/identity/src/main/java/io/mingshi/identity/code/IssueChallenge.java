package io.mingshi.identity.code;

import static io.mingshi.identity.IdentityProblem.TOO_OFTEN;

import io.mingshi.contracts.PersonId;
import io.mingshi.identity.Allowance;
import io.mingshi.identity.Allowances;
import io.mingshi.identity.OneTimeSecrets;
import io.mingshi.identity.Possession;
import io.mingshi.servicekit.id.Secrets;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.Function;

/// Gives a person the challenge that the national service binds its credential to, so that a credential
/// made for another account or another time is worth nothing here.
@ApplicationScoped
public class IssueChallenge {
    public static final Duration VALIDITY = Duration.ofMinutes(10);

    private final OneTimeSecrets secrets;
    private final Allowances allowances;

    IssueChallenge(OneTimeSecrets secrets, Allowances allowances) {
        this.secrets = secrets;
        this.allowances = allowances;
    }

    public String issue(PersonId person) {
        String challenge = Secrets.next();
        secrets.issue(person, Possession.NATIONAL, challenge, VALIDITY);
        return challenge;
    }

    /// @param holder for whom it is made, told by the challenge itself
    /// @param door what stands for the link and the network that it is asked from
    /// @throws io.mingshi.contracts.ProblemException `TOO_OFTEN`
    public String issueThroughLink(Function<String, PersonId> holder, String door) {
        if (!allowances.take(Allowance.CHALLENGES_OF_LINK, door)) {
            throw TOO_OFTEN.with("too many challenges were asked for through this link: try again in an hour");
        }
        String challenge = Secrets.next();
        secrets.issue(holder.apply(challenge), Possession.NATIONAL, challenge, VALIDITY);
        return challenge;
    }
}
