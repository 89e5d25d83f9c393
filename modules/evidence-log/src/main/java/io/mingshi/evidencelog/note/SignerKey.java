package io.mingshi.evidencelog.note;

import static io.mingshi.evidencelog.EvidenceLogException.Code.MALFORMED;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/// A private key as a file holds it: `PRIVATE+KEY+name+hash+base64`. Its text is nowhere else: `toString` tells
/// the public key.
public final class SignerKey {
    private static final String HEAD = "PRIVATE+KEY+";

    /// Bytes that a private key is made from, of every type.
    private static final int SEED_SIZE = 32;

    private final VerifierKey verifier;
    private final byte[] seed;

    private SignerKey(String name, KeyType type, byte[] seed) {
        this.verifier = new VerifierKey(name, type, new KeyMaterial(type.publicKeyOf(seed)));
        this.seed = seed;
    }

    /// A new key.
    ///
    /// @param name of a log, its origin
    public static SignerKey generate(String name, KeyType type) {
        byte[] seed = new byte[SEED_SIZE];
        new SecureRandom().nextBytes(seed);
        return new SignerKey(name, type, seed);
    }

    /// The key with these 32 secret bytes.
    public static SignerKey of(String name, KeyType type, byte[] seed) {
        if (seed.length != Ed25519.KEY_SIZE) {
            throw MALFORMED.with("an Ed25519 private key has " + Ed25519.KEY_SIZE + " bytes, not " + seed.length);
        }
        return new SignerKey(name, type, seed.clone());
    }

    /// Reads what [#secret] wrote.
    public static SignerKey parse(String text) {
        int name = HEAD.length();
        int hash = text.indexOf('+', name);
        int key = text.indexOf('+', hash + 1);
        if (!text.startsWith(HEAD) || hash < 0 || key < 0) {
            throw MALFORMED.with("a private key has the form PRIVATE+KEY+name+hash+base64");
        }
        byte[] typed = Texts.base64(text.substring(key + 1), "the private key");
        if (typed.length != 1 + SEED_SIZE) {
            throw MALFORMED.with("a private key has 32 bytes after its type");
        }
        SignerKey signer = new SignerKey(
                text.substring(name, hash), KeyType.of(typed[0]), Arrays.copyOfRange(typed, 1, typed.length));
        if (!text.substring(hash + 1, key).equals(signer.hash())) {
            throw MALFORMED.with("the hash in the private key belongs to another key");
        }
        return signer;
    }

    /// The text to keep in a file that nobody else can read.
    public String secret() {
        byte[] typed = new byte[1 + SEED_SIZE];
        typed[0] = verifier.type().number();
        System.arraycopy(seed, 0, typed, 1, SEED_SIZE);
        return HEAD + verifier.name() + "+" + hash() + "+" + Base64.getEncoder().encodeToString(typed);
    }

    /// The public key.
    public VerifierKey verifier() {
        return verifier;
    }

    /// Signs a checkpoint as its log.
    public SignedNote sign(Checkpoint checkpoint) {
        return signed(checkpoint.text());
    }

    /// Signs the minimum index of a log as that log.
    public SignedNote sign(MinimumIndex minimum) {
        return signed(minimum.text());
    }

    private SignedNote signed(String text) {
        if (verifier.type() != KeyType.LOG) {
            throw MALFORMED.with("a witness key does not sign as a log: " + verifier.name());
        }
        byte[] signature = Ed25519.sign(seed, text.getBytes(UTF_8));
        return new SignedNote(text, new NoteSignature(verifier.name(), verifier.id(), signature));
    }

    /// Signs another text than a checkpoint as the log, such as a list of what was handed over.
    ///
    /// What could be read as a checkpoint is refused, so that no signature of one can be had in this way. The first
    /// line of the text should say what it is.
    public SignedNote sign(String text) {
        if (speaksForTheLog(text)) {
            throw MALFORMED.with(
                    "this text can be read as a checkpoint or a minimum index, which is signed as one or not at all");
        }
        return signed(text);
    }

    /// A checkpoint is told by its second line alone, which has the size of a tree, whatever reads it.
    private static boolean speaksForTheLog(String text) {
        String[] lines = text.split("\n", 3);
        return text.startsWith(MinimumIndex.HEAD)
                || lines.length < 2
                || lines[1].isEmpty()
                || lines[1].chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /// Cosigns a checkpoint as a witness: states that it is the largest consistent tree this witness has seen
    /// by then.
    public NoteSignature cosign(Checkpoint checkpoint, Instant at) {
        if (!verifier.type().isWitness()) {
            throw MALFORMED.with("a log key does not sign as a witness: " + verifier.name());
        }
        long seconds = at.getEpochSecond();
        byte[] signature = verifier.type().sign(seed, Cosignature.message(verifier, seconds, checkpoint.text()));
        byte[] timestamped = ByteBuffer.allocate(Long.BYTES + signature.length)
                .putLong(seconds)
                .put(signature)
                .array();
        return new NoteSignature(verifier.name(), verifier.id(), timestamped);
    }

    private String hash() {
        return HexFormat.of().toHexDigits(verifier.id());
    }

    /// The public key.
    @Override
    public String toString() {
        return verifier.toString();
    }
}
