package io.mingshi.labels.c2pa;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// An authority for trying things out: it issues one certificate for signing manifests and is gone.
///
/// Nobody else trusts it. Its private key is never written, so that nothing more can be issued in its name.
public final class DevelopmentCa {
    /// The file with the authority's certificate, for [Trust#in(Path)].
    public static final String ROOT = "root.pem";

    /// The file with the signing certificate, for [SigningCredential#read(Path, Path)].
    public static final String CHAIN = "chain.pem";

    /// The file with the private key of the signing certificate, which its owner alone can read.
    public static final String KEY = "key.pem";

    private static final X500Name ISSUER = new X500Name("O=Mingshi development,CN=Mingshi development root");
    private static final X500Name SIGNER = new X500Name("O=Mingshi development,CN=Mingshi development signer");
    private static final Duration VALID = Duration.ofDays(365);
    private static final int SERIAL_BITS = 120;

    private final Instant from;
    private final SecureRandom random = new SecureRandom();

    private DevelopmentCa(Instant from) {
        this.from = from;
    }

    /// Writes the three files into a folder, valid for a year.
    ///
    /// @throws java.nio.file.FileAlreadyExistsException rather than replace a file
    public static void create(Path folder, Clock clock) throws IOException {
        try {
            new DevelopmentCa(clock.instant()).write(folder);
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException("every Java platform has ECDSA on the curve P-256", e);
        }
    }

    private void write(Path folder) throws IOException, GeneralSecurityException, OperatorCreationException {
        Files.createDirectories(folder);
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair authority = generator.generateKeyPair();
        KeyPair signer = generator.generateKeyPair();
        Path key = folder.resolve(KEY);
        Files.createFile(key, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(key, pem(new JcaPKCS8Generator(signer.getPrivate(), null).generate()));
        writeNew(folder.resolve(ROOT), root(authority), authority);
        writeNew(folder.resolve(CHAIN), leaf(authority, signer), authority);
    }

    private X509v3CertificateBuilder root(KeyPair authority) throws IOException, GeneralSecurityException {
        X509v3CertificateBuilder builder = certificate(ISSUER, authority);
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
        return builder;
    }

    private X509v3CertificateBuilder leaf(KeyPair authority, KeyPair signer)
            throws IOException, GeneralSecurityException {
        X509v3CertificateBuilder builder = certificate(SIGNER, signer);
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
        builder.addExtension(
                Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_emailProtection));
        builder.addExtension(
                Extension.authorityKeyIdentifier,
                false,
                new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(authority.getPublic()));
        return builder;
    }

    private X509v3CertificateBuilder certificate(X500Name subject, KeyPair holder)
            throws IOException, GeneralSecurityException {
        Date start = Date.from(from.minus(Duration.ofHours(1)));
        BigInteger serial = new BigInteger(SERIAL_BITS, random).setBit(SERIAL_BITS);
        X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                ISSUER, serial, start, Date.from(from.plus(VALID)), subject, holder.getPublic());
        return builder.addExtension(
                Extension.subjectKeyIdentifier,
                false,
                new JcaX509ExtensionUtils().createSubjectKeyIdentifier(holder.getPublic()));
    }

    private static void writeNew(Path file, X509v3CertificateBuilder certificate, KeyPair authority)
            throws IOException, OperatorCreationException {
        String text =
                pem(certificate.build(new JcaContentSignerBuilder("SHA256withECDSA").build(authority.getPrivate())));
        Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
    }

    private static String pem(Object object) throws IOException {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            writer.writeObject(object);
        }
        return text.toString();
    }
}
