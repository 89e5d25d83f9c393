package io.mingshi.identity.code;

import io.mingshi.contracts.PersonId;
import io.mingshi.identity.OneTimeSecrets;
import io.mingshi.identity.Possession;
import io.mingshi.servicekit.id.Secrets;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/// Gives a person the challenge that the national service binds its credential to, so that a credential
/// made for another account or another time is worth nothing here.
@ApplicationScoped
public class IssueChallenge {
    public static final Duration VALIDITY = Duration.ofMinutes(10);

    private final OneTimeSecrets secrets;

    IssueChallenge(OneTimeSecrets secrets) {
        this.secrets = secrets;
    }

    public String issue(PersonId person) {
        String challenge = Secrets.next();
        secrets.issue(person, Possession.NATIONAL, challenge, VALIDITY);
        return challenge;
    }
}
