package io.mingshi.evidencelog.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingshi.evidencelog.EvidenceLogException;
import io.mingshi.evidencelog.merkle.CompactRange;
import io.mingshi.evidencelog.merkle.Hash;
import io.mingshi.evidencelog.merkle.InclusionProof;
import io.mingshi.evidencelog.merkle.TreeHasher;
import io.mingshi.evidencelog.note.Checkpoint;
import io.mingshi.evidencelog.note.KeyType;
import io.mingshi.evidencelog.note.NoteSignature;
import io.mingshi.evidencelog.note.SignedNote;
import io.mingshi.evidencelog.note.SignerKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PolicyTest {
    private static final SignerKey LOG = SignerKey.generate("example.com/log", KeyType.LOG);
    private static final SignerKey X1 = SignerKey.generate("x1.example", KeyType.WITNESS);
    private static final SignerKey X2 = SignerKey.generate("x2.example", KeyType.WITNESS);
    private static final SignerKey X3 = SignerKey.generate("x3.example", KeyType.WITNESS);
    private static final SignerKey Y1 = SignerKey.generate("y1.example", KeyType.WITNESS);

    private static final String POLICY = "# who is trusted\n"
            + "log " + LOG.verifier() + " https://example.com/log\n"
            + "witness X1 " + X1.verifier() + "\n\twitness  X2 " + X2.verifier() + " https://x2.example/w\n"
            + "witness X3 " + X3.verifier() + "\nwitness \u8bc1\u4eba " + Y1.verifier() + "\n"
            + "group X 2 X1 X2 X3\ngroup Y any \u8bc1\u4eba\ngroup both all X Y\nquorum both\n";

    private static final Hash FIRST = new TreeHasher().leaf("first".getBytes(UTF_8));
    private static final Hash SECOND = new TreeHasher().leaf("second".getBytes(UTF_8));
    private static final Checkpoint CHECKPOINT = checkpoint();
    private static final SignedNote SIGNED = LOG.sign(CHECKPOINT);
    private static final LogProof PROOF = LogProof.of(new InclusionProof(1, 2, List.of(FIRST)), SIGNED);

    @Test
    void theQuorumIsCountedThroughGroups() {
        Policy policy = Policy.parse(POLICY.getBytes(UTF_8));
        assertThat(policy.verify(cosigned(X1, X3, Y1)).cosignatures()).hasSize(3);
        for (SignedNote tooFew : List.of(SIGNED, cosigned(X1, X2, X3), cosigned(X1, Y1), cosigned(Y1))) {
            assertThatThrownBy(() -> policy.verify(tooFew))
                    .isInstanceOf(EvidenceLogException.class)
                    .hasMessageContaining("too few witnesses");
        }
    }

    @Test
    void witnessesDoNotReplaceTheLog() {
        SignerKey impostor = SignerKey.generate("example.com/log", KeyType.LOG);
        SignedNote note =
                impostor.sign(CHECKPOINT).with(cosigned(X1, X2, Y1).signatures().subList(1, 4));
        assertThatThrownBy(() -> Policy.parse(POLICY.getBytes(UTF_8)).verify(note))
                .hasMessageContaining("no log of the policy signed");
    }

    @Test
    void aProofIsReadAsItWasWrittenAndVerifies() {
        LogProof read = LogProof.parse(PROOF.withExtra("why".getBytes(UTF_8)).bytes());
        assertThat(read.hashes()).isEqualTo(PROOF.hashes());
        assertThat(read.extra()).isEqualTo("d2h5");
        assertThatCode(() -> Policy.of(LOG.verifier()).verify(read, SECOND)).doesNotThrowAnyException();
    }

    @Test
    void aProofOfAnotherEntryIsRefused() {
        assertThatThrownBy(() -> Policy.of(LOG.verifier()).verify(PROOF, FIRST))
                .isInstanceOf(EvidenceLogException.class)
                .hasMessageContaining("does not belong");
    }

    @Test
    void aPolicyThatBreaksARuleIsRefusedWithItsLine() {
        String w = "witness A " + X1.verifier() + "\n";
        for (String bad : List.of(
                "",
                "quorum A\n",
                w + "quorum A\nquorum A\n",
                w + w + "quorum A\n",
                w + "witness B " + X1.verifier() + "\nquorum A\n",
                w + "group none any A\nquorum none\n",
                w + "group G 2 A\nquorum G\n",
                w + "group G 0 A\nquorum G\n",
                w + "group G any A\ngroup H any A\nquorum G\n",
                w + "group G any none\nquorum G\n",
                "log " + X1.verifier() + "\nquorum none\n",
                "witness A " + LOG.verifier() + "\nquorum A\n",
                "log " + LOG.verifier() + "\nlog " + LOG.verifier() + "\nquorum none\n",
                "quorum none\r\n",
                "trust everybody\nquorum none\n")) {
            assertThatThrownBy(() -> Policy.parse(bad.getBytes(UTF_8)))
                    .as(bad)
                    .isInstanceOf(EvidenceLogException.class);
        }
    }

    @Property(tries = 1000)
    void anyBytesAreAPolicyOrRefused(@ForAll byte[] bytes, @ForAll @IntRange(max = 900) int place) {
        byte[] altered = POLICY.getBytes(UTF_8);
        if (bytes.length > 0) {
            altered[place % altered.length] = bytes[0];
        }
        for (byte[] input : List.of(bytes, altered)) {
            try {
                assertThat(Policy.parse(input)).isNotNull();
            } catch (EvidenceLogException e) {
                assertThat(e.code()).isNotNull();
            }
        }
    }

    @Property(tries = 1000)
    void anAlteredProofIsRefusedOrMeansTheSame(
            @ForAll @IntRange(max = 500) int place, @ForAll @IntRange(min = 1, max = 255) int change) {
        byte[] bytes = PROOF.bytes();
        bytes[place % bytes.length] ^= (byte) change;
        try {
            LogProof proof = LogProof.parse(bytes);
            Policy.of(LOG.verifier()).verify(proof, SECOND);
            assertThat(proof.hashes()).isEqualTo(PROOF.hashes());
            assertThat(proof.index()).isEqualTo(1);
        } catch (EvidenceLogException e) {
            assertThat(e.code()).isNotNull();
        }
    }

    private static SignedNote cosigned(SignerKey... witnesses) {
        List<NoteSignature> signatures = new ArrayList<>();
        for (SignerKey witness : witnesses) {
            signatures.add(witness.cosign(CHECKPOINT, Instant.parse("2026-11-24T12:00:00Z")));
        }
        return SIGNED.with(signatures);
    }

    private static Checkpoint checkpoint() {
        CompactRange range = new CompactRange();
        range.append(FIRST);
        range.append(SECOND);
        return new Checkpoint("example.com/log", 2, range.root());
    }
}
