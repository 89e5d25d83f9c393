package io.mingshi.labels.watermark;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The secret that decides where a watermark hides and proves that it is the operator's own.
///
/// Who has it can read and forge watermarks; who has not, sees noise.
public final class WatermarkKey {
    /// The least length of the secret in bytes.
    public static final int SHORTEST = 16;

    private final byte[] secret;

    private WatermarkKey(byte[] secret) {
        this.secret = secret;
    }

    /// A key of at least [#SHORTEST] random bytes.
    public static WatermarkKey of(byte[] secret) {
        if (secret.length < SHORTEST) {
            throw new IllegalArgumentException("a watermark key has at least " + SHORTEST + " random bytes");
        }
        return new WatermarkKey(secret.clone());
    }

    /// The number that is hidden in a work: 64 bits that follow from who made it and under which number, so that a
    /// reader with the key can tell whether label and watermark belong together.
    public long idOf(String contentProducer, String produceId) {
        return ByteBuffer.wrap(derive("id", contentProducer + "\n" + produceId)).getLong();
    }

    /// 32 bytes for a purpose, for example the seed of the places used; they tell nothing of the secret.
    public byte[] derive(String purpose, String about) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            mac.update(("mingshi watermark 1 " + purpose + "\n").getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(about.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException | InvalidKeyException everyJdkCan) {
            throw new IllegalStateException(everyJdkCan);
        }
    }

    @Override
    public String toString() {
        return "WatermarkKey";
    }
}
