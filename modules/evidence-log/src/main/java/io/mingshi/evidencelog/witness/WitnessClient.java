package io.mingshi.evidencelog.witness;

import static io.mingshi.evidencelog.EvidenceLogException.Code.TOO_LARGE;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.mingshi.evidencelog.EvidenceLogException;
import io.mingshi.evidencelog.merkle.ConsistencyProof;
import io.mingshi.evidencelog.merkle.Hash;
import io.mingshi.evidencelog.note.Checkpoint;
import io.mingshi.evidencelog.note.NoteSignature;
import io.mingshi.evidencelog.note.SignedNote;
import io.mingshi.evidencelog.note.Texts;
import io.mingshi.evidencelog.proof.Policy;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/// Asks witnesses to cosign checkpoints of a log.
public final class WitnessClient {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int OK = 200;
    private static final int CONFLICT = 409;
    private static final int NOT_PROVED = 422;

    /// A witness whose memory is ahead of our guess tells its size; the second try starts from there.
    private static final int TRIES = 3;

    /// Shows that the tree of the checkpoint at hand is the one of an earlier size with entries appended.
    @FunctionalInterface
    public interface Growth {
        /// The proof from that size on.
        ConsistencyProof since(long earlierSize) throws IOException;
    }

    /// What a witness said about a checkpoint.
    public sealed interface Statement {
        /// It saw the log grow up to there.
        record Agrees(String witness, List<NoteSignature> cosignatures) implements Statement {}

        /// The checkpoint does not go on from what it saw before.
        record Disagrees(String witness, String why) implements Statement {}

        /// It saw a larger tree: a newer one, or one that was taken away since.
        record Ahead(String witness, long size) implements Statement {}

        /// It did not answer, or not as witnesses do.
        record Silent(String witness, String why) implements Statement {}
    }

    private final Policy witnesses;
    private final Growth growth;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    /// A client for the witnesses of a policy that have an address.
    public WitnessClient(Policy witnesses, Growth growth) {
        this.witnesses = witnesses;
        this.growth = growth;
    }

    /// The checkpoint with the cosignatures of all witnesses that gave one.
    ///
    /// @param refused is told of each that did not, by its name in the policy and a sentence
    public SignedNote cosigned(SignedNote checkpoint, BiConsumer<String, String> refused) throws InterruptedException {
        List<NoteSignature> cosignatures = new ArrayList<>();
        for (Statement statement : ask(checkpoint)) {
            switch (statement) {
                case Statement.Agrees agrees -> cosignatures.addAll(agrees.cosignatures());
                case Statement.Disagrees(String witness, String why) -> refused.accept(witness, why);
                case Statement.Ahead(String witness, long size) ->
                    refused.accept(witness, "it has seen a larger tree, of " + size + " entries");
                case Statement.Silent(String witness, String why) -> refused.accept(witness, why);
            }
        }
        return checkpoint.with(cosignatures);
    }

    /// What each witness that has an address says about the checkpoint.
    public List<Statement> ask(SignedNote checkpoint) throws InterruptedException {
        List<Statement> statements = new ArrayList<>();
        for (Policy.Witness witness : witnesses.witnesses()) {
            if (witness.address().isPresent()) {
                try {
                    statements.add(ask(witness, witness.address().get(), checkpoint));
                } catch (IOException | EvidenceLogException e) {
                    statements.add(new Statement.Silent(
                            witness.name(), e.getMessage() == null ? "it cannot be reached" : e.getMessage()));
                }
            }
        }
        return statements;
    }

    private Statement ask(Policy.Witness witness, URI address, SignedNote checkpoint)
            throws IOException, InterruptedException {
        long size = Checkpoint.parse(checkpoint.text()).size();
        long old = size;
        for (int tries = 0; tries < TRIES; tries++) {
            List<Hash> proof = old == size ? List.of() : growth.since(old).hashes();
            HttpResponse<InputStream> response = post(address, new AddCheckpoint(old, proof, checkpoint));
            String body = read(response);
            switch (response.statusCode()) {
                case OK -> {
                    return new Statement.Agrees(
                            witness.name(), valid(witness, checkpoint, SignedNote.signatures(body)));
                }
                case NOT_PROVED -> {
                    return new Statement.Disagrees(witness.name(), "it answered " + NOT_PROVED + ", " + body.strip());
                }
                case CONFLICT -> {
                    long known = Texts.number(body.strip(), "the size that the witness knows");
                    if (known > size) {
                        return new Statement.Ahead(witness.name(), known);
                    }
                    if (known == old) {
                        return new Statement.Disagrees(
                                witness.name(),
                                "it has seen another history of the log at " + known + " entries: a fork");
                    }
                    old = known;
                }
                default -> throw new IOException("it answered " + response.statusCode() + ", " + body.strip());
            }
        }
        throw new IOException("it changes what it knows with every request");
    }

    private static List<NoteSignature> valid(Policy.Witness witness, SignedNote checkpoint, List<NoteSignature> lines)
            throws IOException {
        SignedNote note = new SignedNote(checkpoint.text(), lines);
        if (note.cosignature(witness.key()).isEmpty()) {
            throw new IOException("its cosignature does not verify");
        }
        return lines.stream()
                .filter(line -> new SignedNote(checkpoint.text(), List.of(line))
                        .cosignature(witness.key())
                        .isPresent())
                .toList();
    }

    private HttpResponse<InputStream> post(URI prefix, AddCheckpoint request) throws IOException, InterruptedException {
        String address = prefix.toString();
        URI target = URI.create((address.endsWith("/") ? address : address + "/") + "add-checkpoint");
        return http.send(
                HttpRequest.newBuilder(target)
                        .timeout(PATIENCE)
                        .POST(HttpRequest.BodyPublishers.ofString(request.toString(), UTF_8))
                        .build(),
                HttpResponse.BodyHandlers.ofInputStream());
    }

    private static String read(HttpResponse<InputStream> response) throws IOException {
        try (InputStream body = response.body()) {
            byte[] bytes = body.readNBytes(SignedNote.MAX_BYTES + 1);
            if (bytes.length > SignedNote.MAX_BYTES) {
                throw TOO_LARGE.with("its answer is too large");
            }
            return new String(bytes, UTF_8);
        }
    }
}
