package io.mingshi.gateway.admission;

import static io.mingshi.gateway.GatewayProblem.DEPICTED_PERSON_FOUND;

import io.mingshi.contracts.AdmissionId;
import io.mingshi.contracts.PersonId;
import io.mingshi.gateway.Depiction;
import io.mingshi.gateway.Media;
import io.mingshi.gateway.Prompt;
import io.mingshi.gateway.detection.Detection;
import io.mingshi.gateway.detection.Detections;
import io.mingshi.gateway.screening.FaceSearch;
import io.mingshi.labels.MediaType;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/// Finds people in pictures that are declared to show nobody.
///
/// Whoever edits a face needs the consent of its owner, whatever the declaration says. A detector errs: the refusal
/// is a number that can be appealed, and a picture that was cleared is not searched again for this user.
/// [DSP-14](http://www.cac.gov.cn/2022-12/11/c_1672221949354811.htm)
@ApplicationScoped
class DepictedPeople {
    private final FaceSearch search;
    private final Detections detections;
    private final Clock clock;

    DepictedPeople(FaceSearch search, Detections detections, Clock clock) {
        this.search = search;
        this.detections = detections;
        this.clock = clock;
    }

    /// @throws io.mingshi.contracts.ProblemException `DEPICTED_PERSON_FOUND`, under the number of the request
    void findUndeclared(AdmissionId id, PersonId requester, Prompt prompt) {
        if (!(prompt.depicted().orElse(null) instanceof Depiction.Nobody)) {
            return;
        }
        for (Media media : prompt.media()) {
            if (media.type().kind() == MediaType.Kind.IMAGE) {
                search(id, requester, prompt, media);
            }
        }
    }

    private void search(AdmissionId id, PersonId requester, Prompt prompt, Media media) {
        var found = search.in(media);
        if (found.faces() == 0 || detections.cleared(requester, found.sha256(), found.fingerprint())) {
            return;
        }
        detections.keep(Detection.found(id, requester, prompt.model(), found, clock.instant()));
        throw DEPICTED_PERSON_FOUND.with("a face was found in the picture that is declared to show nobody: name the"
                + " consent of everyone it shows in the field depicts; if it shows nobody, appeal at"
                + " /api/gateway/detections/" + id + "/appeal");
    }
}
