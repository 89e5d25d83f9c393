package io.mingshi.gateway.key;

import static io.mingshi.gateway.GatewayProblem.INVALID_REQUEST;
import static io.mingshi.gateway.GatewayProblem.KEY_OUT_OF_SCOPE;
import static io.mingshi.gateway.GatewayProblem.KEY_REFUSED;
import static io.mingshi.gateway.GatewayProblem.NO_SUCH_KEY;
import static io.mingshi.gateway.GatewayProblem.ORGANIZATION_REQUIRED;
import static io.mingshi.gateway.GatewayProblem.REAL_NAME_REQUIRED;

import io.mingshi.contracts.ModelId;
import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.ProblemException;
import io.mingshi.contracts.Sha256;
import io.mingshi.contracts.governance.Capability;
import io.mingshi.contracts.identity.Assurance;
import io.mingshi.contracts.identity.Standings;
import io.mingshi.servicekit.id.Ids;
import io.mingshi.servicekit.id.Secrets;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// API keys of people whose real identity is proven, and of organisations that such people represent.
@ApplicationScoped
public class ApiKeys {
    /// What every key begins with.
    public static final String PREFIX = "msk_";

    /// The longest time that the former secret of a rotated key holds.
    public static final Duration LONGEST_GRACE = Duration.ofDays(7);

    private static final int MAX_NAME = 64;
    private static final int ENDING = 4;

    private final KeyLedger ledger;
    private final Standings standings;
    private final RequestQuota request;
    private final Ids ids;
    private final Clock clock;

    ApiKeys(KeyLedger ledger, Standings standings, RequestQuota request, Ids ids, Clock clock) {
        this.ledger = ledger;
        this.standings = standings;
        this.request = request;
        this.ids = ids;
        this.clock = clock;
    }

    /// A new key; its secret is shown this once.
    public record Issued(ApiKey key, String secret) {}

    public Issued issue(PersonId person, ApiKey.Terms terms) {
        Instant now = clock.instant();
        if (terms.name().length() > MAX_NAME) {
            throw INVALID_REQUEST.with("the name of a key has at most " + MAX_NAME + " characters");
        }
        if (terms.expiresAt() != null && !terms.expiresAt().isAfter(now)) {
            throw INVALID_REQUEST.with("the key would have expired already: give a later time");
        }
        entitled(person, terms);
        String secret = PREFIX + Secrets.next();
        var key = new ApiKey(ids.next(), person, terms, ending(secret), now, null, null);
        ledger.add(key, Sha256.of(secret));
        return new Issued(key, secret);
    }

    /// Only for people whose real identity is proven; for an organisation, of who is proven to represent it.
    /// [DSP-9](http://www.cac.gov.cn/2022-12/11/c_1672221949354811.htm)
    private void entitled(PersonId person, ApiKey.Terms terms) {
        Assurance assurance = standings.of(person).assurance();
        if (!assurance.proven()) {
            throw REAL_NAME_REQUIRED.with("verify your identity first: POST /api/identity/verifications");
        }
        if (terms.organization() && assurance != Assurance.ORGANIZATION) {
            throw ORGANIZATION_REQUIRED.with(
                    "a key of an organisation is for who is proven to represent it: verify the organisation first");
        }
    }

    public List<ApiKey> of(PersonId person) {
        return ledger.of(person);
    }

    /// Another secret for the key, shown this once; the former one holds for this time.
    public Issued rotate(PersonId person, String id, Duration grace) {
        if (grace.isNegative() || grace.compareTo(LONGEST_GRACE) > 0) {
            throw INVALID_REQUEST.with(
                    "graceSeconds is from 0 to " + LONGEST_GRACE.toSeconds() + ": so long the former secret may hold");
        }
        String secret = PREFIX + Secrets.next();
        if (!ledger.rotate(
                id, person, Sha256.of(secret), ending(secret), clock.instant().plus(grace))) {
            throw unknown(id);
        }
        ApiKey key = ledger.of(person).stream()
                .filter(own -> own.id().equals(id))
                .findFirst()
                .orElseThrow(() -> unknown(id));
        return new Issued(key, secret);
    }

    /// Counts from the moment this returns.
    public void revoke(PersonId person, String id) {
        if (!ledger.revoke(id, person, clock.instant())) {
            throw unknown(id);
        }
    }

    /// Who answers for what is asked with this key; from here on the request is held to the key's terms.
    ///
    /// @throws io.mingshi.contracts.ProblemException `KEY_REFUSED`
    public PersonId holder(String secret) {
        Instant now = clock.instant();
        ApiKey key = ledger.find(Sha256.of(secret), now)
                .filter(found -> !found.expired(now))
                .orElseThrow(() ->
                        KEY_REFUSED.with("the API key is unknown, revoked or expired: make one at /api/gateway/keys"));
        request.use(key);
        return key.person();
    }

    /// For what is neither generated nor admitted anew; a login may always.
    ///
    /// @throws io.mingshi.contracts.ProblemException `KEY_OUT_OF_SCOPE` when the request's key is not for this
    public void requireFor(Capability capability) {
        request.key().ifPresent(key -> key.requireFor(capability));
    }

    /// The same for what was made with a model.
    public void requireFor(ModelId model) {
        request.key().ifPresent(key -> key.requireFor(model));
    }

    /// Whether the request may see what was made with this model; a login may always.
    public boolean isFor(ModelId model) {
        return request.key().map(key -> key.isFor(model)).orElse(true);
    }

    /// @throws io.mingshi.contracts.ProblemException `KEY_OUT_OF_SCOPE` when the request's key is not for everything
    public void requireForAll() {
        request.key().filter(key -> !key.terms().capabilities().isEmpty()).ifPresent(_ -> {
            throw KEY_OUT_OF_SCOPE.with("this API key is not for files: use one that is not limited to capabilities");
        });
    }

    private static String ending(String secret) {
        return secret.substring(secret.length() - ENDING);
    }

    private static ProblemException unknown(String id) {
        return NO_SUCH_KEY.with("you have no valid API key with the id " + id);
    }
}
