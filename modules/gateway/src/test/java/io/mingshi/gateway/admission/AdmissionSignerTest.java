package io.mingshi.gateway.admission;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class AdmissionSignerTest {
    /// The second vector of RFC 8032, section 7.1.
    private static final String SEED = base64("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb");

    private static final String SIGNATURE = base64("92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
            + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");

    private final AdmissionSigner signer = new AdmissionSigner(SEED);

    @Test
    void signaturesAreThoseOfTheStandard() {
        assertThat(signer.sign("r")).isEqualTo(SIGNATURE);
    }

    @Test
    void thePlatformVerifiesWithThePublishedKey() throws GeneralSecurityException {
        var key = KeyFactory.getInstance("Ed25519")
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(signer.publicKey())));
        var verifier = Signature.getInstance("Ed25519");
        verifier.initVerify(key);
        verifier.update("a permission".getBytes(UTF_8));

        assertThat(verifier.verify(Base64.getDecoder().decode(signer.sign("a permission"))))
                .isTrue();
    }

    @Test
    void aSeedOfAnotherLengthIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new AdmissionSigner("AAAA"));
    }

    private static String base64(String hex) {
        return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex));
    }
}
