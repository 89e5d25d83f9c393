package io.mingshi.identity.authority;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The signature [TC3-HMAC-SHA256](https://cloud.tencent.com/document/api/1007/31324) of one request.
///
/// @param service such as `faceid`
/// @param host the host of the address, with its port if the address has one
/// @param action what is asked
/// @param body the exact text that is sent
record TencentSignature(String service, String host, String action, String body, Instant at) {
    static final String CONTENT_TYPE = "application/json; charset=utf-8";
    private static final String ALGORITHM = "TC3-HMAC-SHA256";
    private static final String SIGNED = "content-type;host;x-tc-action";

    String authorization(String secretId, String secretKey) {
        String scope = date() + "/" + service + "/tc3_request";
        String toSign = String.join("\n", ALGORITHM, Long.toString(at.getEpochSecond()), scope, hash(canonical()));
        byte[] key = mac(mac(mac(("TC3" + secretKey).getBytes(UTF_8), date()), service), "tc3_request");
        return "%s Credential=%s/%s, SignedHeaders=%s, Signature=%s"
                .formatted(ALGORITHM, secretId, scope, SIGNED, HexFormat.of().formatHex(mac(key, toSign)));
    }

    private String canonical() {
        String headers = "content-type:" + CONTENT_TYPE + "\nhost:" + host + "\nx-tc-action:" + lower(action) + "\n";
        return String.join("\n", "POST", "/", "", headers, SIGNED, hash(body));
    }

    private String date() {
        return DateTimeFormatter.ISO_LOCAL_DATE.format(at.atOffset(ZoneOffset.UTC));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static String hash(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static byte[] mac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }
}
