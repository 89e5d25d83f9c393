package io.mingshi.labeling;

import static io.mingshi.labeling.LabelingProblem.NOT_LABELLED;

import io.mingshi.contracts.PersonId;
import io.mingshi.labels.AigcLabel;
import io.mingshi.labels.ExplicitPolicy;
import io.mingshi.labels.LabelEngine;
import io.mingshi.labels.LabelException;
import io.mingshi.labels.LabelRequest;
import io.mingshi.labels.MediaType;
import io.mingshi.labels.PlatformDecision;
import io.mingshi.labels.VerificationReport;
import io.mingshi.servicekit.id.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.Optional;

/// Looks at a file before it is spread: reads its label, decides what the audience is told, and adds this
/// platform to the metadata.
///
/// [LAB-6](https://www.cac.gov.cn/2025-03/14/c_1743654684782215.htm)
@ApplicationScoped
public class TakeIn {
    private final Knowledge knowledge;
    private final Making making;
    private final Ledger ledger;
    private final Desk desk;
    private final Ids ids;
    private final Clock clock;

    TakeIn(Knowledge knowledge, Making making, Ledger ledger, Desk desk, Ids ids, Clock clock) {
        this.knowledge = knowledge;
        this.making = making;
        this.ledger = ledger;
        this.desk = desk;
        this.ids = ids;
        this.clock = clock;
    }

    /// What came of it.
    ///
    /// @param report what was read from the file as it came
    /// @param file the file to spread, which the caller removes; empty when it may not be spread
    public record Taken(Intake intake, VerificationReport report, Optional<Path> file) {}

    /// Decides and writes the decision down before anything is handed out.
    ///
    /// @param declared the user's answer to whether the file is synthetic
    /// @throws io.mingshi.contracts.ProblemException `FILE_NEEDED`, `FILE_TOO_LARGE`, `TOO_MANY_VERIFICATIONS`,
    ///     `CONTENT_TAKEN_DOWN`, `NOT_LABELLED`, `NO_PROVIDER_CODE`
    public Taken take(Path received, boolean declared, PersonId uploader) throws IOException {
        return desk.forMember(received, file -> decide(file, declared, uploader));
    }

    private Taken decide(Path received, boolean declared, PersonId uploader) throws IOException {
        VerificationReport report = knowledge.reader().verify(received);
        knowledge.requireNotTakenDown(received, report);
        PlatformDecision decision = PlatformDecision.of(report, declared, false);
        Intake undecided =
                new Intake(ids.next(), uploader, declared, decision, Making.sha256(received), null, clock.instant());
        if (decision.notice() == PlatformDecision.Notice.UNDECIDED) {
            ledger.enter(undecided);
            return new Taken(undecided, report, Optional.empty());
        }
        Path file = spread(received, report, label(report, decision, undecided.number()));
        return making.orRemoved(file, () -> {
            Intake intake = undecided.spreadAs(Making.sha256(file));
            ledger.enter(intake);
            return new Taken(intake, report, Optional.of(file));
        });
    }

    private Optional<AigcLabel> label(VerificationReport report, PlatformDecision decision, String number) {
        try {
            return decision.labelFor(report, knowledge.requireOwn(), number);
        } catch (LabelException tooLong) {
            throw NOT_LABELLED.with(tooLong.sentence());
        }
    }

    /// Plain text, and files that cannot be read, have no metadata to write into: there the notice around the
    /// content is all there is.
    private Path spread(Path received, VerificationReport report, Optional<AigcLabel> label) throws IOException {
        Optional<MediaType> type = report.type().filter(known -> known != MediaType.TEXT);
        if (label.isEmpty() || type.isEmpty()) {
            Path copy = making.newFile();
            Files.copy(received, copy, StandardCopyOption.REPLACE_EXISTING);
            return copy;
        }
        LabelEngine engine = new LabelEngine(knowledge.requireOwn());
        return making.labelled(
                engine, type.get(), received, LabelRequest.of(label.get()).with(ExplicitPolicy.NONE));
    }
}
