package io.mingshi.gateway.key;

import static io.mingshi.gateway.GatewayProblem.ORGANIZATION_REQUIRED;
import static io.mingshi.gateway.GatewayProblem.QUOTA_EXCEEDED;

import io.mingshi.contracts.identity.Assurance;
import io.mingshi.gateway.Prompt;
import io.mingshi.gateway.admission.Admission;
import io.mingshi.gateway.admission.Limits.Spent;
import io.mingshi.gateway.key.QuotaLedger.Outcome;
import io.mingshi.gateway.key.QuotaLedger.Reservation;
import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Holds requests to what their key is for and to all quotas.
@ApplicationScoped
public class Reservations {
    private final Quotas quotas;
    private final Prices prices;
    private final RequestQuota request;

    Reservations(Quotas quotas, Prices prices, RequestQuota request) {
        this.quotas = quotas;
        this.prices = prices;
        this.request = request;
    }

    /// What the request takes from quotas, in its own thread.
    ///
    /// @throws io.mingshi.contracts.ProblemException `KEY_OUT_OF_SCOPE` or `ORGANIZATION_REQUIRED`
    public Reservation wanted(Admission admission) {
        Optional<ApiKey> key = asked() ? request.key() : Optional.empty();
        if (admission.grounds().turn().reply().isPresent()) {
            return nothing(admission, key); // no model is asked: whoever leaves or needs help is answered all the same
        }
        key.ifPresent(used -> inScope(used, admission));
        return reservation(admission, key, quotas.windows(admission.person(), key));
    }

    /// Tells the request what became of it.
    ///
    /// @throws io.mingshi.contracts.ProblemException `QUOTA_EXCEEDED`
    public void tell(Outcome outcome) {
        switch (outcome) {
            case Outcome.Reserved reserved -> {
                if (asked()) {
                    request.took(reserved.windows());
                }
            }
            case Outcome.Exhausted exhausted -> {
                if (asked()) {
                    request.exhausted(exhausted.window());
                }
                throw QUOTA_EXCEEDED.with(sentence(exhausted.window()));
            }
        }
    }

    /// A job's admission is renewed without a request.
    private static boolean asked() {
        return Arc.container().requestContext().isActive();
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

    private static Reservation nothing(Admission admission, Optional<ApiKey> key) {
        return new Reservation(
                admission.id(),
                admission.person(),
                key.map(ApiKey::id).orElse(""),
                key.filter(used -> used.terms().organization()).isPresent(),
                admission.prompt().model().value(),
                new Quota.Amount(0, 0, 0),
                List.of(),
                admission.admittedAt());
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
                windows,
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
}
