package io.mingshi.gateway.file;

import static io.mingshi.gateway.GatewayProblem.INPUT_BLOCKED;
import static io.mingshi.gateway.GatewayProblem.REAL_NAME_REQUIRED;
import static io.mingshi.gateway.GatewayProblem.UNSUPPORTED;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.mingshi.contracts.AdmissionId;
import io.mingshi.contracts.ModelId;
import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.ProblemException;
import io.mingshi.contracts.Sha256;
import io.mingshi.contracts.event.ScreeningRecord;
import io.mingshi.contracts.identity.Standings;
import io.mingshi.gateway.Audiences;
import io.mingshi.gateway.JsonEscapes;
import io.mingshi.gateway.Media;
import io.mingshi.gateway.admission.AdmissionJournal;
import io.mingshi.gateway.admission.Refusal;
import io.mingshi.gateway.input.HoldInputs;
import io.mingshi.gateway.screening.Screening;
import io.mingshi.labels.MediaType;
import io.mingshi.servicekit.id.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.Clock;
import java.util.List;

/// Looks at a file before it is kept: it is input, and only texts can be screened where no model is asked.
///
/// A forbidden one is refused, and the refusal is on record before it is told
/// ([DSP-10](http://www.cac.gov.cn/2022-12/11/c_1672221949354811.htm)).
@ApplicationScoped
class FileReview {
    /// What the refusal of a file names as the model, since none was asked.
    private static final ModelId NO_MODEL = new ModelId("mingshi-files");

    private final Screening screening;
    private final Standings standings;
    private final AdmissionJournal journal;
    private final HoldInputs inputs;
    private final Ids ids;
    private final Clock clock;

    FileReview(
            Screening screening,
            Standings standings,
            AdmissionJournal journal,
            HoldInputs inputs,
            Ids ids,
            Clock clock) {
        this.inputs = inputs;
        this.screening = screening;
        this.standings = standings;
        this.journal = journal;
        this.ids = ids;
        this.clock = clock;
    }

    /// The verdict under which it may be kept.
    ///
    /// @throws ProblemException `REAL_NAME_REQUIRED`, `UNSUPPORTED`, `INPUT_BLOCKED`, `HELD_FOR_REVIEW` or
    ///     `REVIEW_REFUSED`
    ScreeningRecord pass(PersonId person, String name, byte[] content) {
        var standing = standings.of(person);
        if (!standing.assurance().proven()) {
            throw REAL_NAME_REQUIRED.with("verify your identity first: POST /api/identity/verifications");
        }
        String text = text(content);
        var verdict = screening.input(List.of(name, text, JsonEscapes.read(text)), Audiences.of(standing));
        if (verdict.needsReview()) {
            return released(person, content, verdict.entry());
        }
        if (verdict.blocked()) {
            throw refused(new AdmissionId(ids.next()), person, content, verdict.entry(), blocked(verdict.entry()));
        }
        return verdict.entry();
    }

    /// A file that a person has to look at is held; handed in again after its release it is kept.
    private ScreeningRecord released(PersonId person, byte[] content, ScreeningRecord verdict) {
        var sender = new HoldInputs.Sender(new AdmissionId(ids.next()), person, NO_MODEL);
        try {
            return inputs.decided(sender, new Media(MediaType.TEXT, content), verdict);
        } catch (ProblemException notReleased) {
            throw refused(sender.request(), person, content, verdict, notReleased);
        }
    }

    private static ProblemException blocked(ScreeningRecord verdict) {
        return INPUT_BLOCKED.with("the rule " + verdict.ruleId() + " of category " + verdict.category()
                + " forbids this file: change it, or appeal with this rule's number");
    }

    private ProblemException refused(
            AdmissionId request, PersonId person, byte[] content, ScreeningRecord verdict, ProblemException why) {
        journal.refused(new Refusal(
                request,
                person,
                NO_MODEL,
                why.problem().name(),
                why.detail(),
                verdict,
                Sha256.of(content),
                clock.instant()));
        return why;
    }

    private static String text(byte[] content) {
        try {
            String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
            if (text.indexOf('\0') < 0) {
                return text;
            }
        } catch (CharacterCodingException e) {
            throw notText();
        }
        throw notText();
    }

    private static ProblemException notText() {
        return UNSUPPORTED.with("only texts in UTF-8 are taken: others cannot be reviewed where no model is asked");
    }
}
