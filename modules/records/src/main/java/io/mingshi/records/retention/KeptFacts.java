package io.mingshi.records.retention;

import static io.mingshi.records.RetentionClass.CONSENT;
import static io.mingshi.records.RetentionClass.UNLABELLED_SUPPLY;

import io.mingshi.contracts.event.ComplaintEvent;
import io.mingshi.contracts.event.ConsentEvent;
import io.mingshi.contracts.event.ConsentEvent.ConsentRefused;
import io.mingshi.contracts.event.ConsentEvent.ConsentRequested;
import io.mingshi.contracts.event.ConsentEvent.ConsentWithdrawn;
import io.mingshi.contracts.event.Event;
import io.mingshi.contracts.event.GatewayEvent;
import io.mingshi.contracts.event.GatewayEvent.UnlabelledSupplied;
import io.mingshi.contracts.event.GovernanceEvent;
import io.mingshi.contracts.event.IdentityEvent;
import io.mingshi.contracts.event.IdentityEvent.PersonErased;
import io.mingshi.contracts.event.LabelingEvent;
import io.mingshi.contracts.event.ModerationEvent;
import io.mingshi.contracts.event.RecordsEvent;
import io.mingshi.records.Consequences;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/// Lets facts move the clocks of what is kept: a consent's starts when it ends, that of an unlabelled supply
/// at the last one of the same work to the same recipient. An erased identity is erased here too.
@ApplicationScoped
class KeptFacts implements Consequences {
    private final RetentionStarts starts;
    private final ErasePerson erasePerson;

    KeptFacts(RetentionStarts starts, ErasePerson erasePerson) {
        this.starts = starts;
        this.erasePerson = erasePerson;
    }

    @Override
    public void of(Event fact, Instant now) {
        switch (fact) {
            case ConsentRequested e -> starts.notBefore(CONSENT, e.consent().value(), e.validUntil());
            case ConsentRefused e -> starts.at(CONSENT, e.consent().value(), e.refusedAt());
            case ConsentWithdrawn e -> starts.at(CONSENT, e.consent().value(), e.withdrawnAt());
            case UnlabelledSupplied e ->
                starts.notBefore(UNLABELLED_SUPPLY, e.work() + " " + e.recipient(), e.suppliedAt());
            case PersonErased e -> erasePerson.erased(e.person(), now);
            case ConsentEvent _,
                    GatewayEvent _,
                    IdentityEvent _,
                    LabelingEvent _,
                    GovernanceEvent _,
                    ModerationEvent _,
                    ComplaintEvent _,
                    RecordsEvent _ -> {}
        }
    }
}
