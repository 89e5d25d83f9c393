package io.mingshi.records;

import io.mingshi.contracts.ConsentId;
import io.mingshi.contracts.ProduceId;
import io.mingshi.contracts.event.ComplaintEvent;
import io.mingshi.contracts.event.ConsentEvent;
import io.mingshi.contracts.event.IdentityEvent;
import io.mingshi.servicekit.caller.Caller;
import io.mingshi.servicekit.caller.Role;
import io.mingshi.servicekit.event.EventCodec;
import io.mingshi.servicekit.event.EventTypes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Tells the whole chain of a work from its ProduceID.
///
/// The number ties a content to user, time, model and hashes (DSP art. 16) and leads from a latent disclosure
/// to provider, system, version and time. [DSP-16](http://www.cac.gov.cn/2022-12/11/c_1672221949354811.htm),
/// [CA-942](https://leginfo.legislature.ca.gov/faces/billNavClient.xhtml?bill_id=202320240SB942)
@ApplicationScoped
public class ReadWorkChain {
    private static final String VERIFIED = EventTypes.of(IdentityEvent.PersonVerified.class);

    private final RecordIndex index;
    private final LogComparison log;
    private final PrivilegedReads reads;
    private final EventCodec codec;

    ReadWorkChain(RecordIndex index, LogComparison log, PrivilegedReads reads, EventCodec codec) {
        this.index = index;
        this.log = log;
        this.reads = reads;
        this.codec = codec;
    }

    /// Empty when nothing is recorded about the work; also that look-up is recorded, in the same transaction.
    ///
    /// @param proofs whether each link comes with its proof
    /// @throws io.mingshi.contracts.ProblemException `EVIDENCE_UNAVAILABLE` when the evidence log cannot be
    ///     read
    @Transactional
    public Optional<WorkChain> of(ProduceId work, Caller reader, Role privilege, boolean proofs) {
        reads.record(reader, privilege, "work-chain", work.value());
        List<Told> around = told(index.around(work), proofs);
        if (around.isEmpty()) {
            return Optional.empty();
        }
        var assembly = new ChainAssembly(work, around);
        assembly.admission().ifPresent(admitted -> {
            List<Told> behind = told(index.behind(admitted.person(), VERIFIED, admitted.consents()), proofs);
            assembly.verification(of(VERIFIED, behind));
            admitted.consents().forEach(consent -> assembly.consent(consent, of(consent, behind)));
        });
        ticketsOf(around).forEach(ticket -> assembly.complaint(ticket, ofTicket(ticket, around)));
        return Optional.of(assembly.chain());
    }

    private List<Told> told(List<KeptRecord> kept, boolean proofs) {
        List<Checked> checked = proofs ? log.proven(kept) : log.compared(kept);
        return checked.stream().map(one -> Told.of(codec, one)).toList();
    }

    private static List<Told> of(String type, List<Told> told) {
        return told.stream()
                .filter(one -> one.kept().header().type().equals(type))
                .toList();
    }

    private static List<Told> of(ConsentId consent, List<Told> told) {
        return told.stream()
                .filter(one ->
                        consent.value().equals(one.kept().header().links().consent()))
                .toList();
    }

    private static List<Told> ofTicket(String ticket, List<Told> told) {
        return told.stream()
                .filter(one -> ticket.equals(one.kept().header().links().ticket()))
                .toList();
    }

    private static Stream<String> ticketsOf(List<Told> around) {
        return Told.only(ComplaintEvent.class, around).stream()
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
            case ConsentEvent.VisitorErased _ -> "VISITOR_ERASED";
        };
    }
}
