package io.mingshi.servicekit.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Finds encrypted values again without decrypting: a keyed hash, cut to 80 bits, under the key `mingshi.pepper`.
@Singleton
public class BlindIndex {
    private static final int BYTES = 10;

    private final byte[] pepper;

    BlindIndex(@ConfigProperty(name = "mingshi.pepper") String pepper) {
        this.pepper = Base64Key.decode("mingshi.pepper", pepper);
    }

    /// @param partition what kind of value it is; equal values of different kinds get unrelated indexes
    public String of(String partition, String value) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(pepper, "HmacSHA256"));
            mac.update(partition.getBytes(UTF_8));
            mac.update((byte) 0);
            byte[] hash = mac.doFinal(value.getBytes(UTF_8));
            return HexFormat.of().formatHex(Arrays.copyOf(hash, BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }
}
