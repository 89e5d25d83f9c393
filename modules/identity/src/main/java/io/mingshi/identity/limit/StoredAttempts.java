package io.mingshi.identity.limit;

import static io.mingshi.identity.IdentityProblem.COST_CEILING_REACHED;

import io.mingshi.contracts.PersonId;
import io.mingshi.identity.Attempts;
import io.mingshi.identity.Claim;
import io.mingshi.identity.Claim.Fact;
import io.mingshi.identity.Claim.Representative;
import io.mingshi.servicekit.crypto.BlindIndex;
import io.mingshi.servicekit.id.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

@ApplicationScoped
class StoredAttempts implements Attempts {
    private static final Duration KEY_KEPT = Duration.ofDays(1);
    private static final Duration SAME_VISIT = Duration.ofMinutes(10);

    private final AttemptLedger ledger;
    private final Prices prices;
    private final BlindIndex index;
    private final Ids ids;
    private final Clock clock;

    StoredAttempts(AttemptLedger ledger, Prices prices, BlindIndex index, Ids ids, Clock clock) {
        this.ledger = ledger;
        this.prices = prices;
        this.index = index;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    @Transactional(TxType.REQUIRES_NEW)
    public String begin(PersonId person, Claim claim, Purse purse) {
        Instant now = clock.instant();
        String question = index.of("identity.claim", question(claim.fact()));
        ledger.lock(person);
        Optional<String> open = ledger.open(person, question, now.minus(KEY_KEPT), sameUntil(purse, now));
        if (open.isPresent()) {
            return open.get();
        }
        LocalDate today = LocalDate.now(clock);
        int price = prices.of(claim.method());
        if (ledger.spentBy(person, today) + price > prices.ceilingOfPerson()) {
            throw COST_CEILING_REACHED.with(
                    "checks of this account cost as much as they may today: try again tomorrow");
        }
        if (!ledger.spend(today, purse, price, prices.ceilingOfDay(purse))) {
            throw COST_CEILING_REACHED.with("checks cost as much as they may today: try again tomorrow");
        }
        String key = ids.next();
        ledger.begin(key, person, question, price, today, now);
        return key;
    }

    /// The answer to an account is kept with its question. That to a visitor is kept elsewhere, and may be lost
    /// on the way: for some minutes the same question is the same still.
    private static Instant sameUntil(Purse purse, Instant now) {
        return switch (purse) {
            case ACCOUNTS -> now;
            case VISITS, WITHDRAWALS -> now.minus(SAME_VISIT);
        };
    }

    @Override
    @Transactional
    public void finish(String idempotencyKey) {
        ledger.finish(idempotencyKey, clock.instant());
    }

    private static String question(Fact fact) {
        return switch (fact) {
            case Fact.Document(var person) ->
                String.join(
                        "\n",
                        "document",
                        person.name(),
                        person.number(),
                        person.birthDate().toString());
            case Fact.Carrier(var person, var mobile) ->
                String.join(
                        "\n",
                        "carrier",
                        person.name(),
                        person.number(),
                        person.birthDate().toString(),
                        mobile);
            case Fact.Company(var organization, var representative) ->
                String.join(
                        "\n",
                        "company",
                        organization.name(),
                        organization.creditCode(),
                        representative(representative));
            case Fact.National(var credential, var challenge) -> String.join("\n", "national", credential, challenge);
        };
    }

    private static String representative(Representative representative) {
        return switch (representative) {
            case Representative.Named(var person) -> String.join("\n", person.name(), person.number());
            case Representative.Scoped(var proof) -> String.join("\n", proof.credential(), proof.challenge());
        };
    }
}
