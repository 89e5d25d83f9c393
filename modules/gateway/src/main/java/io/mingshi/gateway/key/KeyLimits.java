package io.mingshi.gateway.key;

import static io.mingshi.gateway.GatewayProblem.ORGANIZATION_REQUIRED;
import static io.mingshi.gateway.GatewayProblem.QUOTA_EXCEEDED;

import io.mingshi.contracts.AdmissionId;
import io.mingshi.contracts.identity.Assurance;
import io.mingshi.gateway.Prompt;
import io.mingshi.gateway.admission.Admission;
import io.mingshi.gateway.admission.Limits;
import io.mingshi.gateway.key.QuotaLedger.Outcome;
import io.mingshi.gateway.key.QuotaLedger.Reservation;
import io.mingshi.gateway.key.QuotaLedger.Settled;
import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Holds requests to what their key is for and to all quotas.
@ApplicationScoped
class KeyLimits implements Limits {
    private final QuotaLedger ledger;
    private final Quotas quotas;
    private final Prices prices;
    private final RequestQuota request;
    private final Settlements settlements;

    KeyLimits(QuotaLedger ledger, Quotas quotas, Prices prices, RequestQuota request, Settlements settlements) {
        this.settlements = settlements;
        this.ledger = ledger;
        this.quotas = quotas;
        this.prices = prices;
        this.request = request;
    }

    @Override
    public void reserve(Admission admission) {
        boolean asked = Arc.container().requestContext().isActive();
        Optional<ApiKey> key = asked ? request.key() : Optional.empty();
        key.ifPresent(used -> inScope(used, admission));
        var windows = quotas.windows(admission.person(), key);
        switch (ledger.reserve(reservation(admission, key, windows), windows)) {
            case Outcome.Reserved reserved -> {
                if (asked) {
                    request.took(reserved.windows());
                }
            }
            case Outcome.Exhausted exhausted -> {
                if (asked) {
                    request.exhausted(exhausted.window());
                }
                throw QUOTA_EXCEEDED.with(sentence(exhausted.window()));
            }
        }
    }

    private static void inScope(ApiKey key, Admission admission) {
        Prompt prompt = admission.prompt();
        var terms = key.terms();
        key.requireFor(prompt.model());
        key.requireFor(prompt.capability());
        if (terms.organization() && admission.grounds().assurance() != Assurance.ORGANIZATION) {
            throw ORGANIZATION_REQUIRED.with("this API key belongs to an organisation that its holder is no longer"
                    + " proven to represent: verify the organisation again");
        }
    }

    private Reservation reservation(Admission admission, Optional<ApiKey> key, List<Window> windows) {
        String model = admission.prompt().model().value();
        boolean counts = !windows.isEmpty() || prices.known(model);
        var most = counts ? prices.most(admission.prompt()) : Spent.NOTHING;
        return new Reservation(
                admission.id(),
                admission.person(),
                key.map(ApiKey::id).orElse(""),
                key.filter(used -> used.terms().organization()).isPresent(),
                model,
                new Quota.Amount(1, most.promptTokens() + most.completionTokens(), prices.micros(model, most)),
                admission.admittedAt());
    }

    private static String sentence(Window window) {
        LocalDate renewed = window.period().renewed(window.begins());
        String whose = switch (window.account().kind()) {
            case KEY -> "this API key";
            case PERSON -> "you";
            case ORGANIZATION -> "your organisation";
            case UPSTREAM -> "the model's server";
        };
        return "what " + whose + " may use in this " + (window.period() == Period.DAY ? "day" : "month")
                + " does not suffice for this request: ask for less, or wait until " + renewed;
    }

    @Override
    public void settle(AdmissionId admission, Spent spent) {
        settlements.add(new Settled(admission, spent));
    }

    @Override
    public boolean spend(AdmissionId admission, String upstream, long micros) {
        return ledger.take(admission, quotas.dayOf(upstream, micros));
    }
}
