package io.mingshi.records;

import io.mingshi.contracts.AdmissionId;
import io.mingshi.contracts.ProduceId;
import io.mingshi.contracts.event.ComplaintEvent;
import io.mingshi.contracts.event.ConsentEvent;
import io.mingshi.contracts.event.GatewayEvent;
import io.mingshi.contracts.event.IdentityEvent;
import io.mingshi.servicekit.caller.Caller;
import io.mingshi.servicekit.caller.Role;
import io.mingshi.servicekit.event.EventCodec;
import io.mingshi.servicekit.event.EventTypes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Tells the whole chain of a work from its ProduceID.
///
/// The number ties a content to user, time, model and hashes (DSP art. 16) and leads from a latent disclosure to
/// provider, system, version and time.
/// [DSP-16](http://www.cac.gov.cn/2022-12/11/c_1672221949354811.htm),
/// [CA-942](https://leginfo.legislature.ca.gov/faces/billNavClient.xhtml?bill_id=202320240SB942)
@ApplicationScoped
public class ReadWorkChain {
    private final Records records;
    private final PrivilegedReads reads;
    private final EventCodec codec;

    ReadWorkChain(Records records, PrivilegedReads reads, EventCodec codec) {
        this.records = records;
        this.reads = reads;
        this.codec = codec;
    }

    /// Empty when nothing is recorded about the work; also that look-up is recorded, in the same transaction.
    @Transactional
    public Optional<WorkChain> of(ProduceId work, Caller reader, Role privilege) {
        reads.record(reader, privilege, "work-chain", work.value());
        List<Told> ofWork = find(Records.Column.WORK, work.value());
        if (ofWork.isEmpty()) {
            return Optional.empty();
        }
        List<Told> ofAdmission = admissionOf(ofWork)
                .map(id -> find(Records.Column.ADMISSION, id.value()))
                .orElse(List.of());
        var assembly = new ChainAssembly(work, ofWork, ofAdmission);
        assembly.admission().ifPresent(admitted -> {
            assembly.verification(verificationsOf(admitted));
            admitted.consents()
                    .forEach(consent -> assembly.consent(consent, find(Records.Column.CONSENT, consent.value())));
        });
        ticketsOf(ofWork).forEach(ticket -> assembly.complaint(ticket, find(Records.Column.TICKET, ticket)));
        return Optional.of(assembly.chain());
    }

    private List<Told> find(Records.Column column, String id) {
        return told(records.by(column, id));
    }

    private List<Told> verificationsOf(WorkChain.Admitted admitted) {
        return told(records.ofPerson(admitted.person(), EventTypes.of(IdentityEvent.PersonVerified.class)));
    }

    private List<Told> told(List<KeptRecord> kept) {
        List<Told> told = new ArrayList<>();
        kept.forEach(one -> told.add(Told.of(codec, one)));
        return told;
    }

    private static Optional<AdmissionId> admissionOf(List<Told> ofWork) {
        return Told.only(GatewayEvent.class, ofWork).stream()
                .map(told -> told.event().admission())
                .findFirst();
    }

    private static Stream<String> ticketsOf(List<Told> ofWork) {
        return Told.only(ComplaintEvent.class, ofWork).stream()
                .map(told -> told.event().ticket())
                .distinct();
    }

    static String stateOf(ConsentEvent event) {
        return switch (event) {
            case ConsentEvent.ConsentRequested _ -> "REQUESTED";
            case ConsentEvent.ConsentGranted _ -> "GRANTED";
            case ConsentEvent.ConsentRefused _ -> "REFUSED";
            case ConsentEvent.ConsentWithdrawn _ -> "WITHDRAWN";
            case ConsentEvent.RequesterPrompted _ -> "REQUESTER_PROMPTED";
            case ConsentEvent.ConsentRequestRejected _ -> "REQUEST_REJECTED";
            case ConsentEvent.DepictedPersonVerified _ -> "DEPICTED_PERSON_VERIFIED";
            case ConsentEvent.ChallengeAnswered e -> e.passed() ? "CHALLENGE_PASSED" : "CHALLENGE_FAILED";
            case ConsentEvent.ManualCheckOpened _ -> "MANUAL_CHECK_OPENED";
            case ConsentEvent.ManualCheckDecided e -> e.confirmed() ? "CONFIRMED_BY_HAND" : "REJECTED_BY_HAND";
        };
    }
}
