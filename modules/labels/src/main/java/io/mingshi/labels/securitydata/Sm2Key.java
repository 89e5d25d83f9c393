package io.mingshi.labels.securitydata;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.generators.ECKeyPairGenerator;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemWriter;

/// A private SM2 key, from a PEM file as `openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:SM2` makes it.
public final class Sm2Key {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final ECPrivateKeyParameters secret;
    private final Sm2PublicKey publicKey;

    private Sm2Key(ECPrivateKeyParameters secret) {
        this.secret = secret;
        this.publicKey = Sm2PublicKey.of(Sm2PublicKey.belongingTo(secret.getD()));
    }

    /// A new key.
    public static Sm2Key generate() {
        ECKeyPairGenerator generator = new ECKeyPairGenerator();
        generator.init(new ECKeyGenerationParameters(Sm2PublicKey.DOMAIN, RANDOM));
        return new Sm2Key((ECPrivateKeyParameters) generator.generateKeyPair().getPrivate());
    }

    /// The key in a PEM file.
    ///
    /// @throws IllegalArgumentException if there is none, or one of another curve
    public static Sm2Key read(Path file) throws IOException {
        return parse(Files.readString(file));
    }

    /// The key in PEM text, unencrypted PKCS#8 or SEC 1.
    ///
    /// @throws IllegalArgumentException if there is none, or one of another curve
    public static Sm2Key parse(String pem) {
        try (PEMParser parser = new PEMParser(new StringReader(pem))) {
            Object found = parser.readObject();
            while (found != null && !(found instanceof PrivateKeyInfo) && !(found instanceof PEMKeyPair)) {
                found = parser.readObject();
            }
            return switch (found) {
                case PrivateKeyInfo info -> of(info);
                case PEMKeyPair pair -> of(pair.getPrivateKeyInfo());
                case null, default -> throw new IllegalArgumentException("the text holds no unencrypted private key");
            };
        } catch (IOException e) {
            throw new IllegalArgumentException("the private key cannot be read", e);
        }
    }

    private static Sm2Key of(PrivateKeyInfo info) throws IOException {
        if (!GMObjectIdentifiers.sm2p256v1.equals(info.getPrivateKeyAlgorithm().getParameters())) {
            throw new IllegalArgumentException("the private key is not one of the curve sm2p256v1");
        }
        return new Sm2Key((ECPrivateKeyParameters) PrivateKeyFactory.createKey(info));
    }

    /// Writes a new PEM file (PKCS#8) that its owner alone can read.
    ///
    /// @throws java.nio.file.FileAlreadyExistsException rather than replace a key
    public void write(Path file) throws IOException {
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, pem());
    }

    private String pem() throws IOException {
        AlgorithmIdentifier algorithm =
                new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, GMObjectIdentifiers.sm2p256v1);
        ECPrivateKey key = new ECPrivateKey(Sm2PublicKey.DOMAIN.getN().bitLength(), secret.getD());
        StringWriter text = new StringWriter();
        try (PemWriter writer = new PemWriter(text)) {
            writer.writeObject(new PemObject("PRIVATE KEY", new PrivateKeyInfo(algorithm, key).getEncoded()));
        }
        return text.toString();
    }

    /// The key that others verify with.
    public Sm2PublicKey publicKey() {
        return publicKey;
    }

    /// A signature (GB/T 32918.2 with SM3) as the DER sequence of r and s.
    byte[] sign(byte[] message) {
        SM2Signer signer = new SM2Signer();
        signer.init(true, new ParametersWithRandom(secret, RANDOM));
        signer.update(message, 0, message.length);
        try {
            return signer.generateSignature();
        } catch (CryptoException e) {
            throw new IllegalStateException("the SM2 signature failed", e);
        }
    }
}
