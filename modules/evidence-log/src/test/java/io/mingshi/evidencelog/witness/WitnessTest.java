package io.mingshi.evidencelog.witness;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.mingshi.evidencelog.EvidenceLog;
import io.mingshi.evidencelog.EvidenceLogException;
import io.mingshi.evidencelog.LogSettings;
import io.mingshi.evidencelog.merkle.TreeHasher;
import io.mingshi.evidencelog.note.Checkpoint;
import io.mingshi.evidencelog.note.KeyType;
import io.mingshi.evidencelog.note.SignedNote;
import io.mingshi.evidencelog.note.SignerKey;
import io.mingshi.evidencelog.proof.LogProof;
import io.mingshi.evidencelog.proof.Policy;
import io.mingshi.evidencelog.store.FolderStore;
import io.mingshi.evidencelog.store.MemoryDisk;
import io.mingshi.evidencelog.store.WitnessMemory;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WitnessTest {
    private static final SignerKey LOG = SignerKey.generate("example.com/log", KeyType.LOG);
    private static final SignerKey HONEST = SignerKey.generate("honest.example", KeyType.WITNESS_ML_DSA_44);
    private static final SignerKey LIAR = SignerKey.generate("liar.example", KeyType.WITNESS);
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);
    private static final LogSettings BY_HAND = new LogSettings(Duration.ZERO, 0);
    private static final InetSocketAddress ANY = new InetSocketAddress("127.0.0.1", 0);

    @TempDir
    private Path folder;

    private WitnessMemory memory;
    private WitnessServer honest;
    private HttpServer liar;
    private Policy both;

    @BeforeEach
    void start() throws IOException {
        memory = WitnessMemory.open(folder.resolve("witness"));
        honest = new WitnessServer(new Witness(HONEST, List.of(LOG.verifier()), memory, NOON), ANY);
        liar = HttpServer.create(ANY, 0);
        liar.createContext("/add-checkpoint", exchange -> {
            AddCheckpoint request =
                    AddCheckpoint.parse(exchange.getRequestBody().readAllBytes());
            Checkpoint anything = Checkpoint.parse(request.checkpoint().text());
            byte[] answer = LIAR.cosign(anything, NOON.instant()).line().getBytes(UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        liar.start();
        both = policy("all");
    }

    @AfterEach
    void stop() throws IOException {
        honest.close();
        liar.stop(0);
        memory.close();
    }

    @Test
    void aLogThatGrowsIsCosignedAndItsProofsVerifyOffline() throws Exception {
        try (EvidenceLog log = log("a")) {
            log.append(entry(1));
            grown(log);
            log.append(entry(2));
            SignedNote cosigned = grown(log);
            assertThat(log.addCosignatures(log.checkpoint(), cosigned.signatures()))
                    .isTrue();
            LogProof proof = LogProof.parse(log.prove(1).bytes());
            Policy.Verified verified = both.verify(proof, new TreeHasher().leaf(entry(2)));
            assertThat(verified.cosignatures()).hasSize(2);
            assertThat(verified.cosignatures().getFirst().at()).isEqualTo(NOON.instant());
        }
    }

    @Test
    void aForkIsFoundByTheQuorumThoughOneWitnessLies() throws Exception {
        List<String> refusals = new ArrayList<>();
        try (EvidenceLog shown = log("shown");
                EvidenceLog hidden = log("hidden")) {
            shown.appendAll(List.of(entry(1), entry(2), entry(3)));
            grown(shown);
            hidden.appendAll(List.of(entry(1), entry(9), entry(3), entry(4)));
            SignedNote fork =
                    client(hidden).cosigned(hidden.integrate(), (witness, why) -> refusals.add(witness + ": " + why));
            assertThat(refusals).hasSize(1);
            assertThat(refusals.getFirst()).contains("honest: it answered 422");
            assertThatThrownBy(() -> both.verify(fork))
                    .isInstanceOf(EvidenceLogException.class)
                    .hasMessageContaining("only liar did");
            assertThat(policy("any").verify(fork).cosignatures()).hasSize(1);
        }
    }

    @Test
    void aForkOfTheSameSizeIsRefused() throws Exception {
        List<String> refusals = new ArrayList<>();
        try (EvidenceLog shown = log("shown");
                EvidenceLog hidden = log("hidden")) {
            shown.append(entry(1));
            grown(shown);
            hidden.append(entry(2));
            client(hidden).cosigned(hidden.integrate(), (witness, why) -> refusals.add(why));
            assertThat(refusals.getFirst()).contains("another history");
        }
    }

    @Test
    void aWitnessRemembersWhenItStartsAgain() throws Exception {
        try (EvidenceLog log = log("a")) {
            log.append(entry(1));
            SignedNote note = log.integrate();
            grown(log);
            memory.close();
            memory = WitnessMemory.open(folder.resolve("witness"));
            Witness again = new Witness(HONEST, List.of(LOG.verifier()), memory, NOON);
            assertThat(again.add(
                            new AddCheckpoint(0, List.of(), note).toString().getBytes(UTF_8)))
                    .isEqualTo(new Witness.Answer.Conflict(1));
        }
    }

    @Test
    void noLossOfPowerMakesAWitnessForgetWhatItCosigned() throws Exception {
        try (EvidenceLog log = log("a")) {
            SignedNote empty = log.checkpoint();
            log.append(entry(1));
            SignedNote one = log.integrate();
            for (int writes = 0; writes < 20; writes++) {
                MemoryDisk disk = new MemoryDisk(writes);
                long cosigned = -1;
                try {
                    Witness witness = new Witness(HONEST, List.of(LOG.verifier()), disk.witnessMemory(), NOON);
                    for (SignedNote note : List.of(empty, one)) {
                        byte[] body =
                                new AddCheckpoint(0, List.of(), note).toString().getBytes(UTF_8);
                        assertThat(witness.add(body)).isInstanceOf(Witness.Answer.Cosigned.class);
                        cosigned = Checkpoint.parse(note.text()).size();
                    }
                } catch (IOException e) {
                    assertThat(e).hasMessageContaining("power");
                }
                for (int seed = 0; seed < 10; seed++) {
                    Optional<SignedNote> newest = disk.afterPowerLoss(new Random(seed + 10L * writes)::nextBoolean)
                            .witnessMemory()
                            .newest("example.com/log");
                    long remembered = newest.map(
                                    note -> Checkpoint.parse(note.text()).size())
                            .orElse(-1L);
                    assertThat(remembered).isGreaterThanOrEqualTo(cosigned);
                }
            }
        }
    }

    @Test
    void everyRefusalHasTheStatusOfTheSpecification() throws Exception {
        try (EvidenceLog log = log("a")) {
            log.appendAll(List.of(entry(1), entry(2)));
            SignedNote note = log.integrate();
            SignerKey other = SignerKey.generate("example.com/log", KeyType.LOG);
            SignerKey unknown = SignerKey.generate("example.com/unknown", KeyType.LOG);
            Checkpoint checkpoint = Checkpoint.parse(note.text());
            assertThat(status("nonsense")).isEqualTo(400);
            assertThat(status("old 3\n\n" + note)).isEqualTo(400);
            assertThat(status("old 0\n\n" + other.sign(checkpoint))).isEqualTo(403);
            assertThat(status("old 0\n\n" + unknown.sign(new Checkpoint("example.com/unknown", 2, checkpoint.root()))))
                    .isEqualTo(404);
            assertThat(status("old 0\n" + checkpoint.root() + "\n\n" + note)).isEqualTo(422);
            HttpResponse<String> conflict = post("old 1\n\n" + note);
            assertThat(conflict.statusCode()).isEqualTo(409);
            assertThat(conflict.body()).isEqualTo("0\n");
            assertThat(conflict.headers().firstValue("content-type")).contains("text/x.tlog.size");
            assertThat(status("old 0\n\n" + note)).isEqualTo(200);
            assertThat(status("old 2\n\n" + note)).isEqualTo(200);
        }
    }

    @Property(tries = 500)
    void anyBytesAreARequestOrRefused(@ForAll byte[] bytes) {
        for (byte[] body : List.of(bytes, ("old 0\n\n" + new String(bytes, UTF_8)).getBytes(UTF_8))) {
            try {
                assertThat(AddCheckpoint.parse(body)).isNotNull();
            } catch (EvidenceLogException e) {
                assertThat(e.code()).isNotNull();
            }
        }
    }

    private SignedNote grown(EvidenceLog log) throws InterruptedException {
        SignedNote cosigned = client(log).cosigned(log.integrate(), (witness, why) -> {
            throw new AssertionError(witness + ": " + why);
        });
        assertThat(both.verify(cosigned).cosignatures()).hasSize(2);
        return cosigned;
    }

    private WitnessClient client(EvidenceLog log) {
        return new WitnessClient(
                both,
                earlier -> log.consistency(
                        earlier, Checkpoint.parse(log.checkpoint().text()).size()));
    }

    private EvidenceLog log(String name) throws IOException {
        try (FolderStore store = FolderStore.open(folder.resolve(name))) {
            EvidenceLog.create(store, LOG);
        }
        return EvidenceLog.open(FolderStore.open(folder.resolve(name)), LOG, BY_HAND);
    }

    private Policy policy(String threshold) {
        return Policy.parse(("log " + LOG.verifier() + "\nwitness honest " + HONEST.verifier() + " " + honest.address()
                        + "\nwitness liar " + LIAR.verifier() + " http://127.0.0.1:"
                        + liar.getAddress().getPort() + "/\ngroup both " + threshold + " honest liar\nquorum both\n")
                .getBytes(UTF_8));
    }

    private int status(String body) throws Exception {
        return post(body).statusCode();
    }

    private HttpResponse<String> post(String body) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(honest.address() + "/add-checkpoint"))
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private static byte[] entry(int number) {
        return ("entry " + number).getBytes(UTF_8);
    }
}
