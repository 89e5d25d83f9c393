package io.mingshi.gateway.key;

import io.mingshi.contracts.AdmissionId;
import io.mingshi.gateway.admission.Limits;
import io.mingshi.gateway.key.QuotaLedger.Settled;
import jakarta.enterprise.context.ApplicationScoped;

/// Settles what admitted requests did cost.
@ApplicationScoped
class KeyLimits implements Limits {
    private final QuotaLedger ledger;
    private final Quotas quotas;
    private final Settlements settlements;

    KeyLimits(QuotaLedger ledger, Quotas quotas, Settlements settlements) {
        this.settlements = settlements;
        this.ledger = ledger;
        this.quotas = quotas;
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
