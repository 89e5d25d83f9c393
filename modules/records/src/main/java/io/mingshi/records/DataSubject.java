package io.mingshi.records;

import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.event.ComplaintEvent;
import io.mingshi.contracts.event.ConsentEvent;
import io.mingshi.contracts.event.Event;
import io.mingshi.contracts.event.GatewayEvent;
import io.mingshi.contracts.event.GovernanceEvent;
import io.mingshi.contracts.event.IdentityEvent;
import io.mingshi.contracts.event.LabelingEvent;
import io.mingshi.contracts.event.ModerationEvent;
import io.mingshi.contracts.event.RecordsEvent;

/// Tells whom a fact is about, and so under whose key it is kept.
///
/// Staff who acted in office are named in a fact, but it is not about them: their erasure must not take away
/// the evidence of what they decided. Such facts are kept under the platform's own key.
public final class DataSubject {
    /// The pseudo-person whose key protects what is about nobody in particular.
    public static final PersonId PLATFORM = new PersonId("platform");

    private DataSubject() {}

    static PersonId of(Event event) {
        return switch (event) {
            case IdentityEvent e -> e.person();
            case ConsentEvent e -> ofConsent(e);
            case GatewayEvent e -> ofGeneration(e);
            case LabelingEvent e -> ofLabelling(e);
            case ModerationEvent e -> ofModeration(e);
            case ComplaintEvent e -> ofComplaint(e);
            case GovernanceEvent _, RecordsEvent _ -> PLATFORM;
        };
    }

    static RetentionClass classOf(Event event) {
        return switch (event) {
            case GatewayEvent.UnlabelledSupplied _ -> RetentionClass.UNLABELLED_SUPPLY;
            case IdentityEvent _, GatewayEvent _, LabelingEvent _ -> RetentionClass.NETWORK_LOG;
            case ConsentEvent _ -> RetentionClass.CONSENT;
            case GovernanceEvent _, ModerationEvent _ -> RetentionClass.GOVERNANCE;
            case ComplaintEvent _ -> RetentionClass.COMPLAINT;
            case RecordsEvent.RecordsExpired _, RecordsEvent.KeysDestroyed _ -> RetentionClass.DISPOSAL;
            case RecordsEvent _ -> RetentionClass.AUDIT;
        };
    }

    private static PersonId ofConsent(ConsentEvent event) {
        return switch (event) {
            case ConsentEvent.ConsentRequested e -> e.requester();
            case ConsentEvent.ConsentGranted e -> e.depicted();
            case ConsentEvent.ConsentRefused e -> e.depicted();
            case ConsentEvent.ConsentWithdrawn e -> e.depicted();
            case ConsentEvent.RequesterPrompted e -> e.requester();
            case ConsentEvent.ConsentRequestRejected e -> e.requester();
            case ConsentEvent.DepictedPersonVerified e -> e.depicted();
            case ConsentEvent.ChallengeAnswered e -> e.depicted();
            case ConsentEvent.ManualCheckOpened e -> e.depicted();
            case ConsentEvent.ManualCheckDecided e -> e.depicted();
            case ConsentEvent.VisitorErased e -> e.depicted();
        };
    }

    private static PersonId ofComplaint(ComplaintEvent event) {
        return switch (event) {
            case ComplaintEvent.AppealFiled e -> e.person();
            case ComplaintEvent.AppealDecided e -> e.person();
            case ComplaintEvent.ComplaintFiled _, ComplaintEvent.ComplaintResolved _ -> PLATFORM;
        };
    }

    private static PersonId ofModeration(ModerationEvent event) {
        return switch (event) {
            case ModerationEvent.SanctionImposed e -> e.person();
            case ModerationEvent.SanctionEnded e -> e.person();
            case ModerationEvent.StatementIssued e -> e.person();
            case ModerationEvent.LibraryPublished _,
                    ModerationEvent.TakedownOrdered _,
                    ModerationEvent.TakedownRevoked _,
                    ModerationEvent.ReportQueued _,
                    ModerationEvent.ReportReceipted _,
                    ModerationEvent.ReviewDecided _ -> PLATFORM;
        };
    }

    private static PersonId ofLabelling(LabelingEvent event) {
        return switch (event) {
            case LabelingEvent.ContentTakenIn e -> e.uploader();
            case LabelingEvent.ContentLabelled _ -> PLATFORM;
        };
    }

    private static PersonId ofGeneration(GatewayEvent event) {
        return switch (event) {
            case GatewayEvent.RequestAdmitted e -> e.person();
            case GatewayEvent.RequestRefused e -> e.person();
            case GatewayEvent.WorkRecorded e -> e.person();
            case GatewayEvent.WorkPublished e -> e.person();
            case GatewayEvent.UnlabelledSupplied e -> e.recipient();
            case GatewayEvent.WorkHidden e -> e.person();
            case GatewayEvent.ReviewRequested e -> e.person();
            case GatewayEvent.HandOverRequested e -> e.person();
            case GatewayEvent.DetectionAppealed e -> e.person();
            case GatewayEvent.DetectionDecided e -> e.person();
            case GatewayEvent.WorkDelivered _, GatewayEvent.WorkTakenDown _, GatewayEvent.WorkRestored _ -> PLATFORM;
        };
    }
}
