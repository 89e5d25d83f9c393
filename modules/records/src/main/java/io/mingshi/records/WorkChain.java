package io.mingshi.records;

import io.mingshi.contracts.AdmissionId;
import io.mingshi.contracts.ConsentId;
import io.mingshi.contracts.ModelId;
import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.ProduceId;
import io.mingshi.contracts.event.ScreeningRecord;
import io.mingshi.contracts.identity.Assurance;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Everything that is recorded about one work, link by link, from the person who asked for it to what became of it.
///
/// @param complete whether every link that must exist does, and can be read and is the one that was received
/// @param missing what is not there, such as `delivery` or `consent-grant <id>`
public record WorkChain(
        ProduceId work,
        boolean complete,
        List<String> missing,
        @Nullable Made made,
        @Nullable Admitted admission,
        @Nullable Link verification,
        List<Consented> consents,
        List<Link> deliveries,
        List<Link> publications,
        List<Complained> complaints,
        List<Link> takedowns) {

    /// One record of the chain.
    ///
    /// @param position its index in the evidence log
    /// @param sha256 SHA-256 of the event's text; null when it cannot be read
    /// @param intact whether the text can be read and is the one that was received
    public record Link(
            long position,
            String eventId,
            String type,
            Instant occurredAt,
            Instant receivedAt,
            @Nullable String traceId,
            @Nullable String sha256,
            boolean intact) {
        static Link of(KeptRecord kept) {
            Header header = kept.header();
            return new Link(
                    kept.position(),
                    header.eventId(),
                    header.type(),
                    header.occurredAt(),
                    header.receivedAt(),
                    header.links().traceId(),
                    kept.sha256(),
                    kept.intact());
        }
    }

    /// The work itself: provider, system and version, time and number, which a latent disclosure must lead to.
    ///
    /// @param provider who offered the service, as the label names it; null when the label does not say
    public record Made(
            Link link,
            @Nullable String provider,
            ModelId system,
            String systemVersion,
            Instant recordedAt,
            PersonId person,
            String kind,
            String mediaType,
            String contentHash,
            long size,
            String label,
            ScreeningRecord screening) {}

    /// Who asked, how far that person was proven, and on what the request was let through.
    public record Admitted(
            Link link,
            AdmissionId admission,
            PersonId person,
            Assurance assurance,
            ModelId model,
            String filingNumber,
            List<ConsentId> consents,
            ScreeningRecord screening,
            String inputHash,
            String signature,
            Instant admittedAt) {}

    /// The consent of one depicted person and what became of it.
    ///
    /// @param state the last thing that happened to it: `REQUESTED`, `GRANTED`, `REFUSED`, `WITHDRAWN` or `UNKNOWN`
    /// @param validAtAdmission whether it was granted, and not withdrawn, when the request was admitted
    public record Consented(ConsentId consent, String state, boolean validAtAdmission, List<Link> links) {}

    /// One complaint about the work.
    ///
    /// @param upheld null while it is undecided
    public record Complained(
            String ticket, @Nullable Instant due, @Nullable Boolean upheld, boolean takedown, List<Link> links) {}
}
