package io.mingshi.gateway.work;

import static io.mingshi.gateway.GatewayProblem.CLAUSE_NOT_ACCEPTED;
import static io.mingshi.gateway.GatewayProblem.INVALID_REQUEST;
import static io.mingshi.gateway.GatewayProblem.NO_SUCH_SUPPLY;
import static io.mingshi.gateway.GatewayProblem.UNLABELLED_UNAVAILABLE;

import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.ProblemException;
import io.mingshi.contracts.ProduceId;
import io.mingshi.contracts.Sha256;
import io.mingshi.gateway.Media;
import io.mingshi.gateway.generation.ContentStore;
import io.mingshi.labels.MediaType;
import io.mingshi.servicekit.id.Secrets;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;

/// Hands a work without its explicit label to its owner, on the one route that the law leaves for that.
///
/// The owner asks, says why and accepts the duty to label; the log of recipients is committed before the first byte
/// leaves; and the implicit label, metadata and watermark, stays in the copy.
/// [LAB-9](https://www.cac.gov.cn/2025-03/14/c_1743654684782215.htm)
@ApplicationScoped
public class SupplyUnlabelled {
    private static final Duration VALID = Duration.ofMinutes(10);
    private static final int SWEPT = 500;
    private static final int SHORTEST_REASON = 5;
    private static final int LONGEST_REASON = 1_000;

    private final SupplyRules rules;
    private final DutyClause clause;
    private final SupplyLedger ledger;
    private final ContentStore contents;
    private final Stamps stamps;

    SupplyUnlabelled(SupplyRules rules, DutyClause clause, SupplyLedger ledger, ContentStore contents, Stamps stamps) {
        this.rules = rules;
        this.clause = clause;
        this.ledger = ledger;
        this.contents = contents;
        this.stamps = stamps;
    }

    /// A request that was granted; its secret is told this once.
    public record Granted(Supply supply, String secret) {}

    /// @param clauseVersion of the clause that the owner accepts
    public Granted request(PersonId owner, ProduceId work, String reason, String clauseVersion) {
        if (!clauseVersion.equals(clause.text().version())) {
            throw CLAUSE_NOT_ACCEPTED.with("accept the clause in force, version "
                    + clause.text().version() + ": GET /api/gateway/unlabelled/clause shows it");
        }
        String stated = reason.strip();
        if (stated.length() < SHORTEST_REASON || stated.length() > LONGEST_REASON) {
            throw INVALID_REQUEST.with("say why, in " + SHORTEST_REASON + " to " + LONGEST_REASON + " characters");
        }
        rules.mayReceive(owner, work);
        Instant now = stamps.now();
        copy(work, now);
        var supply = new Supply(stamps.next(), work, owner, stated, clauseVersion, now, now.plus(VALID));
        String secret = Secrets.next();
        ledger.add(supply, Sha256.of(secret));
        return new Granted(supply, secret);
    }

    /// The copy, once. That it is handed out is committed when this returns, and if it cannot be, nothing is.
    public Media fetch(PersonId recipient, String secret) {
        Instant now = stamps.now();
        Supply supply = ledger.find(Sha256.of(secret), recipient, now).orElseThrow(SupplyUnlabelled::unknown);
        rules.mayReceive(recipient, supply.work());
        var copy = copy(supply.work(), now);
        var media = new Media(MediaType.ofMimeType(copy.mediaType()).orElseThrow(), contents.get(copy.hash()));
        if (!ledger.handOut(supply, now)) {
            throw unknown();
        }
        return media;
    }

    /// Removes the copies whose time is over.
    public void sweep() {
        for (String hash : ledger.over(stamps.now(), SWEPT)) {
            contents.remove(hash);
            ledger.forget(hash);
        }
    }

    private SupplyLedger.Copy copy(ProduceId work, Instant now) {
        return ledger.copy(work, now)
                .orElseThrow(() -> UNLABELLED_UNAVAILABLE.with("of the work " + work
                        + " no copy without explicit label is kept: texts have none, and those of pictures and sounds"
                        + " are kept for a limited time"));
    }

    private static ProblemException unknown() {
        return NO_SUCH_SUPPLY.with("this address was used, has expired, or is not yours: ask again");
    }
}
