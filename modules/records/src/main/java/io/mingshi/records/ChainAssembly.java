package io.mingshi.records;

import io.mingshi.contracts.ConsentId;
import io.mingshi.contracts.ProduceId;
import io.mingshi.contracts.event.ComplaintEvent;
import io.mingshi.contracts.event.ComplaintEvent.ComplaintFiled;
import io.mingshi.contracts.event.ComplaintEvent.ComplaintResolved;
import io.mingshi.contracts.event.ConsentEvent;
import io.mingshi.contracts.event.ConsentEvent.ConsentGranted;
import io.mingshi.contracts.event.ConsentEvent.ConsentRequested;
import io.mingshi.contracts.event.ConsentEvent.ConsentWithdrawn;
import io.mingshi.contracts.event.Event;
import io.mingshi.contracts.event.GatewayEvent.RequestAdmitted;
import io.mingshi.contracts.event.GatewayEvent.WorkDelivered;
import io.mingshi.contracts.event.GatewayEvent.WorkPublished;
import io.mingshi.contracts.event.GatewayEvent.WorkRecorded;
import io.mingshi.contracts.event.GatewayEvent.WorkTakenDown;
import io.mingshi.contracts.event.IdentityEvent.PersonVerified;
import io.mingshi.records.Told.As;
import io.mingshi.records.WorkChain.Link;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Puts the records of one work in their places and notes every place that stays empty.
final class ChainAssembly {
    private final ProduceId work;
    private final List<Told> ofWork;
    private final List<String> missing = new ArrayList<>();
    private final Optional<WorkChain.Made> made;
    private final Optional<WorkChain.Admitted> admission;
    private final List<WorkChain.Consented> consents = new ArrayList<>();
    private final List<WorkChain.Complained> complaints = new ArrayList<>();
    private @Nullable Link verification;

    ChainAssembly(ProduceId work, List<Told> ofWork, List<Told> ofAdmission) {
        this.work = work;
        this.ofWork = ofWork;
        noteUnreadable(ofWork);
        noteUnreadable(ofAdmission.stream()
                .filter(told -> ofWork.stream().noneMatch(told::equals))
                .toList());
        made = required("work", Told.only(WorkRecorded.class, ofWork)).map(ChainAssembly::madeOf);
        admission = required("admission", Told.only(RequestAdmitted.class, ofAdmission))
                .map(ChainAssembly::admittedOf);
        required("delivery", Told.only(WorkDelivered.class, ofWork));
    }

    Optional<WorkChain.Admitted> admission() {
        return admission;
    }

    void verification(List<Told> ofPerson) {
        noteUnreadable(ofPerson);
        verification = required(
                        "verification",
                        Told.only(PersonVerified.class, ofPerson).stream()
                                .filter(told -> !told.event().verifiedAt().isAfter(admittedAt()))
                                .toList()
                                .reversed())
                .map(As::link)
                .orElse(null);
    }

    void consent(ConsentId consent, List<Told> told) {
        noteUnreadable(told);
        required("consent-request " + consent, Told.only(ConsentRequested.class, told));
        required("consent-grant " + consent, Told.only(ConsentGranted.class, told));
        List<As<ConsentEvent>> events = Told.only(ConsentEvent.class, told);
        String state = events.isEmpty()
                ? "UNKNOWN"
                : ReadWorkChain.stateOf(events.getLast().event());
        consents.add(new WorkChain.Consented(
                consent,
                state,
                validAtAdmission(told),
                events.stream().map(As::link).toList()));
    }

    void complaint(String ticket, List<Told> told) {
        noteUnreadable(told);
        Optional<ComplaintFiled> filed = required("complaint " + ticket, Told.only(ComplaintFiled.class, told))
                .map(As::event);
        Optional<ComplaintResolved> resolved =
                Told.only(ComplaintResolved.class, told).stream().map(As::event).findFirst();
        boolean takedown = resolved.map(ComplaintResolved::takedown).orElse(false);
        if (takedown) {
            required("takedown for " + ticket, Told.only(WorkTakenDown.class, ofWork));
        }
        complaints.add(new WorkChain.Complained(
                ticket,
                filed.map(ComplaintFiled::due).orElse(null),
                resolved.map(ComplaintResolved::upheld).orElse(null),
                takedown,
                Told.only(ComplaintEvent.class, told).stream().map(As::link).toList()));
    }

    WorkChain chain() {
        return new WorkChain(
                work,
                missing.isEmpty(),
                List.copyOf(missing),
                made.orElse(null),
                admission.orElse(null),
                verification,
                consents,
                links(WorkDelivered.class),
                links(WorkPublished.class),
                complaints,
                links(WorkTakenDown.class));
    }

    private boolean validAtAdmission(List<Told> told) {
        Instant then = admittedAt();
        boolean granted = Told.only(ConsentGranted.class, told).stream()
                .anyMatch(one -> !one.event().grantedAt().isAfter(then));
        boolean withdrawn = Told.only(ConsentWithdrawn.class, told).stream()
                .anyMatch(one -> !one.event().withdrawnAt().isAfter(then));
        return granted && !withdrawn;
    }

    private Instant admittedAt() {
        return admission.map(WorkChain.Admitted::admittedAt).orElse(Instant.MAX);
    }

    private List<Link> links(Class<? extends Event> type) {
        return Told.only(type, ofWork).stream().map(As::link).toList();
    }

    private <E extends Event> Optional<As<E>> required(String what, List<As<E>> found) {
        if (found.isEmpty()) {
            missing.add(what);
        }
        return found.stream().findFirst();
    }

    private void noteUnreadable(List<Told> told) {
        told.stream()
                .filter(one -> !one.kept().intact())
                .forEach(one ->
                        missing.add("intact text of " + one.kept().header().eventId()));
    }

    private static WorkChain.Made madeOf(As<WorkRecorded> told) {
        WorkRecorded e = told.event();
        return new WorkChain.Made(
                told.link(),
                LabelText.contentProducer(e.label()),
                e.model(),
                e.modelVersion(),
                e.recordedAt(),
                e.person(),
                e.kind().name(),
                e.mediaType(),
                e.contentHash(),
                e.size(),
                e.label(),
                e.screening());
    }

    private static WorkChain.Admitted admittedOf(As<RequestAdmitted> told) {
        RequestAdmitted e = told.event();
        return new WorkChain.Admitted(
                told.link(),
                e.admission(),
                e.person(),
                e.assurance(),
                e.model(),
                e.filingNumber(),
                e.consents(),
                e.screening(),
                e.inputHash(),
                e.signature(),
                e.admittedAt());
    }
}
