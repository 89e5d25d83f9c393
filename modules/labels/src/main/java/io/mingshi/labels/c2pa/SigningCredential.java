package io.mingshi.labels.c2pa;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;

/// The private key and the certificates that manifests are signed with: ES256 on the curve P-256, or Ed25519.
public final class SigningCredential {
    /// Both algorithms have signatures of 64 bytes.
    static final int SIGNATURE_LENGTH = 64;

    private final List<X509Certificate> chain;
    private final PrivateKey key;
    private final CoseAlgorithm algorithm;

    private SigningCredential(List<X509Certificate> chain, PrivateKey key) {
        this.chain = List.copyOf(chain);
        this.key = key;
        this.algorithm = algorithmOf(chain.getFirst());
        byte[] probe = {1};
        if (!algorithm.verifies(chain.getFirst().getPublicKey(), probe, sign(probe))) {
            throw new IllegalArgumentException("the private key does not belong to the first certificate");
        }
    }

    /// The credential in two PEM files.
    ///
    /// @param chain the certificate of the key first, then those that issued it, without the root
    /// @param key unencrypted PKCS#8 or SEC 1
    /// @throws IllegalArgumentException with what is wrong with them
    public static SigningCredential read(Path chain, Path key) throws IOException {
        return new SigningCredential(certificates(Files.readString(chain)), privateKey(Files.readString(key)));
    }

    static List<X509Certificate> certificates(String pem) {
        List<X509Certificate> certificates = new ArrayList<>();
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            byte[] bytes = pem.getBytes(StandardCharsets.UTF_8);
            factory.generateCertificates(new ByteArrayInputStream(bytes))
                    .forEach(certificate -> certificates.add((X509Certificate) certificate));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("the certificates cannot be read", e);
        }
        if (certificates.isEmpty()) {
            throw new IllegalArgumentException("the text holds no certificate");
        }
        return certificates;
    }

    private static PrivateKey privateKey(String pem) {
        try (PEMParser parser = new PEMParser(new StringReader(pem))) {
            Object found = parser.readObject();
            while (found != null && !(found instanceof PrivateKeyInfo) && !(found instanceof PEMKeyPair)) {
                found = parser.readObject();
            }
            JcaPEMKeyConverter converter = new JcaPEMKeyConverter();
            return switch (found) {
                case PrivateKeyInfo info -> converter.getPrivateKey(info);
                case PEMKeyPair pair -> converter.getPrivateKey(pair.getPrivateKeyInfo());
                case null, default -> throw new IllegalArgumentException("the text holds no unencrypted private key");
            };
        } catch (IOException e) {
            throw new IllegalArgumentException("the private key cannot be read", e);
        }
    }

    private static CoseAlgorithm algorithmOf(X509Certificate certificate) {
        return switch (certificate.getPublicKey()) {
            case ECPublicKey ec when ec.getParams().getOrder().bitLength() == 256 -> CoseAlgorithm.ES256;
            case EdECPublicKey ed -> CoseAlgorithm.ED25519;
            default ->
                throw new IllegalArgumentException(
                        "a manifest is signed with a key of the curve P-256 or with Ed25519");
        };
    }

    List<X509Certificate> chain() {
        return chain;
    }

    CoseAlgorithm algorithm() {
        return algorithm;
    }

    byte[] sign(byte[] message) {
        try {
            return algorithm.sign(key, message);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("the private key is not one for " + algorithm, e);
        }
    }
}
