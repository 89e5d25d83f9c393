package io.mingshi.evidencelog.note;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingshi.evidencelog.EvidenceLogException;
import io.mingshi.evidencelog.merkle.TreeHasher;
import java.nio.ByteBuffer;
import java.security.KeyFactory;
import java.security.Provider;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.Test;

class SignedNoteTest {
    /// The key and the note that the Go checksum database's documentation of notes gives as its example.
    private static final String GO_VERIFIER = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

    private static final String GO_SIGNER =
            "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";

    private static final String GO_TEXT = "If you think cryptography is the answer to your problem,\n"
            + "then you don't know what your problem is.\n";

    private static final String GO_SIGNATURE =
            "\u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";

    private static final SignerKey LOG = SignerKey.generate("example.com/log", KeyType.LOG);
    private static final SignerKey WITNESS = SignerKey.generate("witness.example/w1", KeyType.WITNESS);
    private static final Checkpoint CHECKPOINT =
            new Checkpoint("example.com/log", 7, new TreeHasher().leaf("root".getBytes(UTF_8)));
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final byte[] COSIGNED =
            LOG.sign(CHECKPOINT).with(List.of(WITNESS.cosign(CHECKPOINT, NOON))).bytes();

    @Test
    void keysOfGoAreReadAndWrittenAlike() {
        assertThat(VerifierKey.parse(GO_VERIFIER)).hasToString(GO_VERIFIER);
        assertThat(SignerKey.parse(GO_SIGNER).secret()).isEqualTo(GO_SIGNER);
        assertThat(SignerKey.parse(GO_SIGNER).verifier()).hasToString(GO_VERIFIER);
    }

    @Test
    void aNoteOfGoIsReadAndItsSignatureVerifies() {
        SignedNote note = SignedNote.parse((GO_TEXT + "\n" + GO_SIGNATURE).getBytes(UTF_8));
        assertThat(note.text()).isEqualTo(GO_TEXT);
        assertThat(VerifierKey.parse(GO_VERIFIER)
                        .verifies(
                                GO_TEXT.getBytes(UTF_8),
                                note.signatures().getFirst().signature()))
                .isTrue();
    }

    @Test
    void aCheckpointIsReadAsItWasSigned() {
        SignedNote note = LOG.sign(CHECKPOINT);
        assertThat(SignedNote.parse(note.bytes()).checkpoint(LOG.verifier())).isEqualTo(CHECKPOINT);
    }

    @Test
    void aCheckpointThatWasAlteredIsRefused() {
        String altered = LOG.sign(CHECKPOINT).toString().replace("\n7\n", "\n8\n");
        assertThatThrownBy(() -> SignedNote.parse(altered.getBytes(UTF_8)).checkpoint(LOG.verifier()))
                .isInstanceOf(EvidenceLogException.class)
                .hasMessageContaining("does not verify");
    }

    @Test
    void aCheckpointOfAnotherKeyIsRefused() {
        SignerKey other = SignerKey.generate("example.com/log", KeyType.LOG);
        assertThatThrownBy(() -> LOG.sign(CHECKPOINT).checkpoint(other.verifier()))
                .isInstanceOf(EvidenceLogException.class)
                .hasMessageContaining("not signed");
    }

    @Test
    void aKeySignsOnlyForItsOwnOrigin() {
        Checkpoint foreign = new Checkpoint("example.com/other", 7, CHECKPOINT.root());
        assertThatThrownBy(() -> LOG.sign(foreign).checkpoint(LOG.verifier())).isInstanceOf(EvidenceLogException.class);
    }

    @Test
    void aCosignatureTellsItsTime() {
        SignedNote note = LOG.sign(CHECKPOINT).with(List.of(WITNESS.cosign(CHECKPOINT, NOON)));
        SignedNote read = SignedNote.parse(note.bytes());
        assertThat(read.cosignature(WITNESS.verifier())).contains(new Cosignature(WITNESS.verifier(), NOON));
        assertThat(read.checkpoint(LOG.verifier())).isEqualTo(CHECKPOINT);
    }

    @Test
    void aCosignatureOfAnotherCheckpointDoesNotCount() {
        Checkpoint other = new Checkpoint("example.com/log", 8, CHECKPOINT.root());
        SignedNote note = LOG.sign(CHECKPOINT).with(List.of(WITNESS.cosign(other, NOON)));
        assertThat(note.cosignature(WITNESS.verifier())).isEmpty();
    }

    @Test
    void anMlDsa44CosignatureTellsItsTimeAndCommitsToItsName() {
        SignerKey witness = SignerKey.generate("witness.example/w2", KeyType.WITNESS_ML_DSA_44);
        SignerKey read = SignerKey.parse(witness.secret());
        assertThat(VerifierKey.parse(read.verifier().toString())).isEqualTo(witness.verifier());
        SignedNote note = SignedNote.parse(LOG.sign(CHECKPOINT)
                .with(List.of(read.cosign(CHECKPOINT, NOON)))
                .bytes());
        assertThat(note.cosignature(witness.verifier())).contains(new Cosignature(witness.verifier(), NOON));
        Checkpoint other = new Checkpoint("example.com/log", 8, CHECKPOINT.root());
        assertThat(LOG.sign(CHECKPOINT)
                        .with(List.of(witness.cosign(other, NOON)))
                        .cosignature(witness.verifier()))
                .isEmpty();
        String renamed = note.toString().replace("witness.example/w2", "witness.example/w3");
        assertThat(SignedNote.parse(renamed.getBytes(UTF_8)).cosignature(witness.verifier()))
                .isEmpty();
    }

    /// Another implementation of ML-DSA, and the message put together as the specification has it.
    @Test
    void anMlDsa44CosignatureVerifiesElsewhere() throws Exception {
        SignerKey witness = SignerKey.generate("w", KeyType.WITNESS_ML_DSA_44);
        byte[] timestamped = witness.cosign(CHECKPOINT, NOON).signature();
        byte[] origin = CHECKPOINT.origin().getBytes(UTF_8);
        byte[] message = ByteBuffer.allocate(12 + 2 + 8 + 1 + origin.length + 8 + 8 + 32)
                .put("subtree/v1\n\0".getBytes(UTF_8))
                .put((byte) 1)
                .put((byte) 'w')
                .putLong(NOON.getEpochSecond())
                .put((byte) origin.length)
                .put(origin)
                .putLong(0)
                .putLong(CHECKPOINT.size())
                .put(CHECKPOINT.root().bytes())
                .array();
        byte[] typed = Base64.getDecoder().decode(witness.verifier().toString().split("\\+", 3)[2]);
        byte[] head = HexFormat.of().parseHex("30820532300b06096086480165030403110382052100");
        byte[] x509 = Arrays.copyOf(head, head.length + typed.length - 1);
        System.arraycopy(typed, 1, x509, head.length, typed.length - 1);
        Provider other = new BouncyCastleProvider();
        Signature verifier = Signature.getInstance("ML-DSA-44", other);
        verifier.initVerify(KeyFactory.getInstance("ML-DSA-44", other).generatePublic(new X509EncodedKeySpec(x509)));
        verifier.update(message);
        assertThat(typed[0]).isEqualTo((byte) 6);
        assertThat(verifier.verify(Arrays.copyOfRange(timestamped, 8, timestamped.length)))
                .isTrue();
    }

    @Test
    void theSpecificationsCheckpointIsRead() {
        Checkpoint checkpoint = Checkpoint.parse(
                "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n");
        assertThat(checkpoint.size()).isEqualTo(20_852_163);
    }

    @Test
    void numbersAndHashesHaveOneForm() {
        for (String size : List.of("07", "+7", "-7", " 7", "", "9223372036854775808", "\u0667")) {
            assertThatThrownBy(() -> Checkpoint.parse("a\n" + size + "\n" + CHECKPOINT.root() + "\n"))
                    .isInstanceOf(EvidenceLogException.class);
        }
        String root = CHECKPOINT.root().toString();
        String loose = root.substring(0, 42) + (char) (root.charAt(42) + 1) + "=";
        assertThatThrownBy(() -> Checkpoint.parse("a\n7\n" + loose + "\n")).isInstanceOf(EvidenceLogException.class);
    }

    @Property(tries = 500)
    void anyBytesAreReadOrRefused(@ForAll byte[] bytes) {
        readOrRefuse(bytes);
    }

    @Property(tries = 1000)
    void anAlteredNoteIsNeverTrusted(
            @ForAll @IntRange(max = 400) int place, @ForAll @IntRange(min = 1, max = 255) int change) {
        byte[] bytes = COSIGNED.clone();
        bytes[place % bytes.length] ^= (byte) change;
        try {
            SignedNote note = SignedNote.parse(bytes);
            assertThat(note.checkpoint(LOG.verifier())).isEqualTo(CHECKPOINT);
        } catch (EvidenceLogException e) {
            assertThat(e).hasMessageNotContaining("null");
        }
    }

    @Property(tries = 500)
    void anyTextIsAMinimumIndexOrRefused(@ForAll String text, @ForAll boolean headed) {
        try {
            String lines = headed ? "evidence-log minimum-index v1\n" + text : text;
            assertThat(MinimumIndex.parse(lines).text()).isEqualTo(lines);
        } catch (EvidenceLogException e) {
            assertThat(e.code()).isEqualTo(EvidenceLogException.Code.MALFORMED);
        }
    }

    @Property(tries = 500)
    void anyTextAsAKeyIsReadOrRefused(@ForAll String text, @ForAll @IntRange(max = 70) int cut) {
        for (String key : List.of(text, GO_VERIFIER.substring(cut % GO_VERIFIER.length()), GO_VERIFIER + text)) {
            try {
                assertThat(VerifierKey.parse(key)).hasToString(key);
            } catch (EvidenceLogException e) {
                assertThat(e.code()).isNotNull();
            }
        }
    }

    private static void readOrRefuse(byte[] bytes) {
        try {
            assertThat(SignedNote.parse(bytes).bytes()).isEqualTo(bytes);
        } catch (EvidenceLogException e) {
            assertThat(e.code()).isNotNull();
        }
    }
}
