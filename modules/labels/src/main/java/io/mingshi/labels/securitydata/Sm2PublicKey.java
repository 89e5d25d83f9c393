package io.mingshi.labels.securitydata;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.SM2Signer;

/// A point on the curve sm2p256v1 (GB/T 32918.5).
///
/// @param hex `04`, x and y as 130 upper-case hexadecimal digits
public record Sm2PublicKey(String hex) {
    private static final X9ECParameters CURVE = CustomNamedCurves.getByName("sm2p256v1");

    /// What both sides of a signature share; here for [Sm2Key] too.
    static final ECDomainParameters DOMAIN = new ECDomainParameters(CURVE);

    private static final int COORDINATE = 32;

    /// The head of a SubjectPublicKeyInfo (RFC 5480) with this curve and an uncompressed point.
    private static final String PUBLIC_KEY_INFO = "3059301306072A8648CE3D020106082A811CCF5501822D034200";

    public Sm2PublicKey {
        hex = of(decoded(hex)).map(Sm2PublicKey::text).orElseThrow(() -> notAPoint());
    }

    private static byte[] decoded(String hex) {
        try {
            return HexFormat.of().parseHex(hex);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("a public key is written in hexadecimal digits", e);
        }
    }

    private static IllegalArgumentException notAPoint() {
        return new IllegalArgumentException("the digits are no point of the curve sm2p256v1");
    }

    private static Optional<ECPublicKeyParameters> of(byte[] point) {
        try {
            return Optional.of(new ECPublicKeyParameters(CURVE.getCurve().decodePoint(point), DOMAIN));
        } catch (IllegalArgumentException notOnTheCurve) {
            return Optional.empty();
        }
    }

    private static String text(ECPublicKeyParameters key) {
        return HexFormat.of().withUpperCase().formatHex(key.getQ().getEncoded(false));
    }

    static Sm2PublicKey of(ECPublicKeyParameters key) {
        return new Sm2PublicKey(text(key));
    }

    /// The keys that a `KeyValue` can mean. Met in files: the point, with or without `04`; the compressed point; x
    /// alone, perhaps behind a zero byte, which leaves two points open; a SubjectPublicKeyInfo.
    static List<Sm2PublicKey> readings(String keyValue) {
        String hex = keyValue.toUpperCase(Locale.ROOT);
        if (hex.startsWith(PUBLIC_KEY_INFO)) {
            hex = hex.substring(PUBLIC_KEY_INFO.length());
        }
        if (hex.length() > 2 + 4 * COORDINATE || !hex.matches("([0-9A-F]{2})+")) {
            return List.of();
        }
        String zero = hex.length() == 2 + 2 * COORDINATE && hex.startsWith("00") ? hex.substring(2) : hex;
        List<String> points = switch (zero.length() / 2) {
            case COORDINATE -> List.of("02" + zero, "03" + zero);
            case 2 * COORDINATE -> List.of("04" + zero);
            default -> List.of(zero);
        };
        List<Sm2PublicKey> keys = new ArrayList<>();
        for (String point : points) {
            of(HexFormat.of().parseHex(point)).map(Sm2PublicKey::of).ifPresent(keys::add);
        }
        return keys;
    }

    /// Whether this key signed these bytes, with the default user id of GM/T 0009.
    ///
    /// @param signature the DER sequence of r and s
    boolean verifies(byte[] message, byte[] signature) {
        SM2Signer signer = new SM2Signer();
        signer.init(false, of(decoded(hex)).orElseThrow(() -> notAPoint()));
        signer.update(message, 0, message.length);
        return signer.verifySignature(signature);
    }

    static ECPublicKeyParameters belongingTo(BigInteger secret) {
        return new ECPublicKeyParameters(DOMAIN.getG().multiply(secret), DOMAIN);
    }
}
