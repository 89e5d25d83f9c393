package io.mingshi.labels.c2pa;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertPath;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateParsingException;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The authorities whose certificates are believed, and the time at which they must be valid.
///
/// Time stamps inside manifests are not looked at, so that a certificate is believed until it expires.
///
/// @param anchors the authorities' own certificates
public record Trust(List<X509Certificate> anchors, Clock clock) {
    /// What a certificate must be made for, one of these: claim signing (C2PA 2.2 section 14.5.1.1), e-mail
    /// protection, document signing.
    private static final Set<String> PURPOSES =
            Set.of("1.3.6.1.4.1.62558.2.1", "1.3.6.1.5.5.7.3.4", "1.3.6.1.5.5.7.3.36");

    public Trust {
        anchors = List.copyOf(anchors);
    }

    /// Trust in nobody.
    public static Trust nobody() {
        return new Trust(List.of(), Clock.systemUTC());
    }

    /// Trust in the authorities of a PEM file, today.
    ///
    /// @throws IllegalArgumentException if it holds no certificate
    public static Trust in(Path anchors) throws IOException {
        return new Trust(SigningCredential.certificates(Files.readString(anchors)), Clock.systemUTC());
    }

    /// Why a certificate is not believed, or nothing if it is.
    ///
    /// @param chain the certificate first
    Optional<String> objection(List<X509Certificate> chain) {
        if (anchors.isEmpty()) {
            return Optional.of("no authority is trusted");
        }
        if (anchors.contains(chain.getFirst())) {
            return Optional.of("the certificate is that of an authority itself");
        }
        if (!isForClaims(chain.getFirst())) {
            return Optional.of("the certificate is not one for signing claims");
        }
        try {
            validate(chain);
            return Optional.empty();
        } catch (CertPathValidatorException e) {
            return Optional.of("no trusted authority vouches for the certificate now: " + e.getReason());
        } catch (GeneralSecurityException e) {
            return Optional.of("the certificates do not form a chain");
        }
    }

    private static boolean isForClaims(X509Certificate leaf) {
        try {
            List<String> purposes = leaf.getExtendedKeyUsage();
            boolean[] usage = leaf.getKeyUsage();
            return leaf.getBasicConstraints() < 0
                    && usage != null
                    && usage[0]
                    && purposes != null
                    && purposes.stream().anyMatch(PURPOSES::contains);
        } catch (CertificateParsingException e) {
            return false;
        }
    }

    private void validate(List<X509Certificate> chain) throws GeneralSecurityException {
        Set<TrustAnchor> trusted = new HashSet<>();
        anchors.forEach(anchor -> trusted.add(new TrustAnchor(anchor, null)));
        PKIXParameters parameters = new PKIXParameters(trusted);
        // Nothing is fetched from a network here, so nobody can be asked whether a certificate was revoked.
        parameters.setRevocationEnabled(false);
        parameters.setDate(Date.from(clock.instant()));
        List<X509Certificate> below =
                chain.stream().takeWhile(one -> !anchors.contains(one)).toList();
        CertPath path = CertificateFactory.getInstance("X.509").generateCertPath(below);
        CertPathValidator.getInstance("PKIX").validate(path, parameters);
    }
}
