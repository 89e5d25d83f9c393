package io.mingshi.gateway.admission;

import static io.mingshi.gateway.GatewayProblem.DEPICTED_PERSON_FOUND;
import static io.mingshi.gateway.GatewayProblem.DEPICTED_VOICE_FOUND;
import static io.mingshi.gateway.GatewayProblem.MORE_PEOPLE_FOUND;

import io.mingshi.contracts.AdmissionId;
import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.ProblemException;
import io.mingshi.gateway.Media;
import io.mingshi.gateway.Prompt;
import io.mingshi.gateway.detection.Detection;
import io.mingshi.gateway.detection.Detections;
import io.mingshi.gateway.screening.FaceSearch;
import io.mingshi.gateway.screening.Found;
import io.mingshi.gateway.screening.VoiceListening;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/// Finds people in what is handed in, and counts them against those who consented.
///
/// Whoever edits a face or a voice needs the consent of its owner, whatever the declaration says. A detector errs: the
/// refusal is a number that can be appealed, and what was cleared is not refused again to this user.
/// [DSP-14](http://www.cac.gov.cn/2022-12/11/c_1672221949354811.htm)
@ApplicationScoped
class DepictedPeople {
    private final FaceSearch faces;
    private final VoiceListening voices;
    private final Consents consents;
    private final Detections detections;
    private final Clock clock;

    DepictedPeople(FaceSearch faces, VoiceListening voices, Consents consents, Detections detections, Clock clock) {
        this.faces = faces;
        this.voices = voices;
        this.consents = consents;
        this.detections = detections;
        this.clock = clock;
    }

    /// @param declared how many people gave a consent that is named
    /// @throws io.mingshi.contracts.ProblemException `DEPICTED_PERSON_FOUND`, `DEPICTED_VOICE_FOUND` or
    ///     `MORE_PEOPLE_FOUND` under the number of the request, or `CONSENT_REFUSED`
    void findUndeclared(AdmissionId id, PersonId requester, Prompt prompt, int declared) {
        if (prompt.depicted().isEmpty()) {
            return;
        }
        for (Media media : prompt.media()) {
            switch (media.type().kind()) {
                case IMAGE -> requireDeclared(id, requester, prompt, faces.in(media), declared);
                case AUDIO -> requireDeclared(id, requester, prompt, voices.in(media), declared);
                case VIDEO -> {
                    requireDeclared(id, requester, prompt, faces.in(media), declared);
                    requireVoice(id, requester, prompt, voices.in(media), declared);
                }
                case TEXT, DOCUMENT -> {}
            }
        }
    }

    /// Whoever lets their face be filmed has not let their voice be used.
    private void requireVoice(AdmissionId id, PersonId requester, Prompt prompt, Found heard, int declared) {
        requireDeclared(id, requester, prompt, heard, declared);
        if (heard.count() > 0 && declared > 0 && !detections.cleared(requester, heard, declared)) {
            consents.requireVoice(requester, prompt);
        }
    }

    private void requireDeclared(AdmissionId id, PersonId requester, Prompt prompt, Found found, int declared) {
        if (found.count() <= declared || detections.cleared(requester, found, declared)) {
            return;
        }
        detections.keep(Detection.found(id, requester, prompt.model(), declared, found, clock.instant()));
        throw refusal(found, declared, "appeal at /api/gateway/detections/" + id + "/appeal");
    }

    private static ProblemException refusal(Found found, int declared, String appeal) {
        if (declared > 0) {
            return MORE_PEOPLE_FOUND.with(found.count() + " faces were found, and " + declared
                    + " people consented: name the consent of everyone in the field depicts; if there are no more"
                    + " people, " + appeal);
        }
        return switch (found.what()) {
            case FACE ->
                DEPICTED_PERSON_FOUND.with("a face was found in what is declared to show nobody: name the consent of"
                        + " everyone it shows in the field depicts; if it shows nobody, " + appeal);
            case VOICE ->
                DEPICTED_VOICE_FOUND.with("a human voice was heard in what is declared to hold nobody's: name the"
                        + " consent of its owner in the field depicts; if nobody speaks, " + appeal);
        };
    }
}
