package io.mingshi.gateway.file;

import static io.mingshi.gateway.GatewayProblem.NO_SUCH_FILE;
import static io.mingshi.gateway.GatewayProblem.STORE_UNAVAILABLE;
import static io.mingshi.gateway.GatewayProblem.TOO_LARGE;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.ProblemException;
import io.mingshi.contracts.Sha256;
import io.mingshi.servicekit.id.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;

/// Takes files in and gives them back to the one who handed them in, and to nobody else.
@ApplicationScoped
public class PersonalFiles {
    /// The most bytes of one file.
    public static final int MAX_BYTES = 8 << 20;

    private static final int MOST = 100;
    private static final int MAX_NAME = 255;

    private final FileLedger ledger;
    private final FileContents contents;
    private final FileReview review;
    private final Ids ids;
    private final Clock clock;

    PersonalFiles(FileLedger ledger, FileContents contents, FileReview review, Ids ids, Clock clock) {
        this.ledger = ledger;
        this.contents = contents;
        this.review = review;
        this.ids = ids;
        this.clock = clock;
    }

    /// @throws ProblemException `INPUT_BLOCKED` among others; then nothing is kept of it but its hash
    public PersonalFile take(PersonId person, String name, String purpose, byte[] content) {
        if (ledger.of(person).size() >= MOST) {
            throw TOO_LARGE.with("you have " + MOST + " files: delete one first");
        }
        String shortName = name.length() > MAX_NAME ? name.substring(0, MAX_NAME) : name;
        var file = new PersonalFile(
                "file-" + ids.next(),
                person,
                shortName,
                purpose,
                content.length,
                Sha256.of(content),
                review.pass(person, shortName, content),
                clock.instant());
        contents.put(file, content);
        ledger.add(file);
        return file;
    }

    public List<PersonalFile> of(PersonId person) {
        return ledger.of(person);
    }

    /// @throws ProblemException `NO_SUCH_FILE`, also for somebody else's
    public PersonalFile find(PersonId person, String id) {
        return ledger.find(person, id).orElseThrow(() -> NO_SUCH_FILE.with("you have no file with the id " + id));
    }

    public byte[] content(PersonId person, String id) {
        return contents.get(find(person, id));
    }

    /// The file as the text that it is; only texts are taken.
    ///
    /// @throws ProblemException `STORE_UNAVAILABLE` also when the store gives other bytes than were reviewed
    public String text(PersonId person, String id) {
        PersonalFile file = find(person, id);
        byte[] content = contents.get(file);
        if (!Sha256.of(content).equals(file.contentHash())) {
            throw STORE_UNAVAILABLE.with(
                    "the file " + id + " is not what was handed in: delete it and hand it in anew");
        }
        return new String(content, UTF_8);
    }

    public void delete(PersonId person, String id) {
        PersonalFile file = find(person, id);
        contents.remove(file);
        ledger.remove(person, id);
    }
}
