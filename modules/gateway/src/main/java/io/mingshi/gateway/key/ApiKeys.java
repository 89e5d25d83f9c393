package io.mingshi.gateway.key;

import static io.mingshi.gateway.GatewayProblem.INVALID_REQUEST;
import static io.mingshi.gateway.GatewayProblem.KEY_REFUSED;
import static io.mingshi.gateway.GatewayProblem.NO_SUCH_KEY;
import static io.mingshi.gateway.GatewayProblem.REAL_NAME_REQUIRED;

import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.Sha256;
import io.mingshi.contracts.identity.Standings;
import io.mingshi.servicekit.id.Ids;
import io.mingshi.servicekit.id.Secrets;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;

/// API keys of people whose real identity is proven.
@ApplicationScoped
public class ApiKeys {
    /// What every key begins with.
    public static final String PREFIX = "msk_";

    private static final int MAX_NAME = 64;
    private static final int ENDING = 4;

    private final KeyLedger ledger;
    private final Standings standings;
    private final Ids ids;
    private final Clock clock;

    ApiKeys(KeyLedger ledger, Standings standings, Ids ids, Clock clock) {
        this.ledger = ledger;
        this.standings = standings;
        this.ids = ids;
        this.clock = clock;
    }

    /// A new key; its secret is shown this once.
    public record Issued(ApiKey key, String secret) {}

    public Issued issue(PersonId person, String name) {
        if (name.length() > MAX_NAME) {
            throw INVALID_REQUEST.with("the name of a key has at most " + MAX_NAME + " characters");
        }
        if (!standings.of(person).assurance().proven()) {
            throw REAL_NAME_REQUIRED.with("verify your identity first: POST /api/identity/verifications");
        }
        String secret = PREFIX + Secrets.next();
        var key =
                new ApiKey(ids.next(), person, name, secret.substring(secret.length() - ENDING), clock.instant(), null);
        ledger.add(key, Sha256.of(secret));
        return new Issued(key, secret);
    }

    public List<ApiKey> of(PersonId person) {
        return ledger.of(person);
    }

    /// Counts from the moment this returns.
    public void revoke(PersonId person, String id) {
        if (!ledger.revoke(id, person, clock.instant())) {
            throw NO_SUCH_KEY.with("you have no valid API key with the id " + id);
        }
    }

    /// Whose key this is.
    ///
    /// @throws io.mingshi.contracts.ProblemException `KEY_REFUSED`
    public PersonId holder(String secret) {
        return ledger.holder(Sha256.of(secret))
                .orElseThrow(
                        () -> KEY_REFUSED.with("the API key is unknown or revoked: make one at /api/gateway/keys"));
    }
}
