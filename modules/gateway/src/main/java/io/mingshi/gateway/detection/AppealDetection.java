package io.mingshi.gateway.detection;

import static io.mingshi.gateway.GatewayProblem.APPEAL_INCOMPLETE;
import static io.mingshi.gateway.GatewayProblem.DETECTION_DECIDED;
import static io.mingshi.gateway.GatewayProblem.NO_SUCH_DETECTION;
import static io.mingshi.gateway.GatewayProblem.OWN_APPEAL;

import io.mingshi.contracts.AdmissionId;
import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.ProblemException;
import io.mingshi.contracts.Sha256;
import io.mingshi.gateway.Media;
import io.mingshi.labels.MediaType;
import io.mingshi.servicekit.caller.Caller;
import io.mingshi.servicekit.caller.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/// The way to say that a person was found where none is, and to decide on that.
@ApplicationScoped
public class AppealDetection {
    private static final int PAGE = 100;
    private static final int LONGEST_REASON = 1_000;

    private final Detections detections;
    private final AppealPictures pictures;

    AppealDetection(Detections detections, AppealPictures pictures) {
        this.detections = detections;
        this.pictures = pictures;
    }

    /// What the user may know of it.
    public Detection own(PersonId person, AdmissionId id) {
        return detections
                .find(id)
                .filter(detection -> detection.person().equals(person))
                .orElseThrow(() -> unknown(id));
    }

    /// @param picture exactly the file that was refused, so that somebody can look at it or listen to it
    public Detection appeal(PersonId person, AdmissionId id, Media picture, String reason) {
        Detection detection = own(person, id);
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw APPEAL_INCOMPLETE.with("say why the finding is wrong, in 1 to " + LONGEST_REASON + " characters");
        }
        if (!Sha256.of(picture.bytes()).equals(detection.contentHash())) {
            throw APPEAL_INCOMPLETE.with("send exactly the file that was refused in the form field image or file");
        }
        if (detection.state() != Detection.State.FOUND) {
            throw appealed(id);
        }
        pictures.keep(id.value(), picture.bytes());
        if (!detections.appeal(id, picture, reason.strip())) {
            throw appealed(id);
        }
        return own(person, id);
    }

    /// The appeals that wait, whose list is a look that is recorded.
    public List<Detection> waiting(Caller reader, Role privilege) {
        detections.recordRead(reader, privilege, "*");
        return detections.appealed(PAGE);
    }

    /// The picture of an appeal that waits.
    public Media picture(Caller reader, Role privilege, AdmissionId id) {
        Detection detection = waiting(id);
        detections.recordRead(reader, privilege, id.value());
        return new Media(
                Optional.ofNullable(detection.mediaType())
                        .flatMap(MediaType::ofMimeType)
                        .orElseThrow(),
                pictures.show(id.value()));
    }

    /// @throws ProblemException `OWN_APPEAL` for whoever made it
    public Detection decide(PersonId by, AdmissionId id, boolean cleared, String reason) {
        Detection detection = waiting(id);
        if (detection.person().equals(by)) {
            throw OWN_APPEAL.with("another reviewer or officer decides on your appeal");
        }
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw APPEAL_INCOMPLETE.with("give the reason of the decision, 1 to " + LONGEST_REASON + " characters");
        }
        if (!detections.decide(id, cleared, reason.strip(), by)) {
            throw DETECTION_DECIDED.with("the appeal against the detection " + id + " was decided just now");
        }
        pictures.forget(id.value());
        return detections.find(id).orElseThrow(() -> unknown(id));
    }

    private Detection waiting(AdmissionId id) {
        Detection detection = detections.find(id).orElseThrow(() -> unknown(id));
        return switch (detection.state()) {
            case APPEALED -> detection;
            case FOUND -> throw unknown(id);
            case CLEARED, UPHELD -> throw DETECTION_DECIDED.with("the appeal against " + id + " was decided");
        };
    }

    private static ProblemException appealed(AdmissionId id) {
        return DETECTION_DECIDED.with("an appeal against the detection " + id + " was made before");
    }

    private static ProblemException unknown(AdmissionId id) {
        return NO_SUCH_DETECTION.with("no detection that you may see has the number " + id);
    }
}
