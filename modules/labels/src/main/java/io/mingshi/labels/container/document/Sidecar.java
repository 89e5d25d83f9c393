package io.mingshi.labels.container.document;

import static io.mingshi.labels.LabelException.Code.MALFORMED;

import io.mingshi.labels.source.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/// A small file beside a text that has no place for metadata: the AIGC object in the form of annex E b), and the digest
/// of the text that it is about.
///
/// No guide knows it. It is lost as soon as the text travels alone; the notice in the text is what the law asks for.
public final class Sidecar {
    /// What the name of the text is followed by.
    public static final String ENDING = ".aigc.json";

    private static final String LABEL = "AIGC";
    private static final String DIGEST = "SHA-256";
    private static final int LONGEST = 1 << 17;

    private Sidecar() {}

    /// What was found out about a text and its sidecar.
    public sealed interface Verified {}

    /// The sidecar is about this very text.
    ///
    /// @param label the AIGC object as it stands there
    public record Fits(String label) implements Verified {}

    /// The text is another, or was changed.
    ///
    /// @param label the AIGC object as it stands there
    public record Differs(String label) implements Verified {}

    /// The content of a sidecar for this text.
    ///
    /// @param json the object without wrapper
    public static byte[] write(Source text, String json) throws IOException {
        String sidecar = "{\"" + LABEL + "\": " + json + ", \"" + DIGEST + "\": \"" + digest(text) + "\"}\n";
        return sidecar.getBytes(StandardCharsets.UTF_8);
    }

    /// Compares a text with a sidecar.
    ///
    /// @throws io.mingshi.labels.LabelException MALFORMED if the sidecar is none
    public static Verified verify(Source text, byte[] sidecar) throws IOException {
        Source file = Source.of(sidecar);
        JsonScan scan = JsonScan.of(file, Set.of(LABEL, DIGEST));
        scan.flaw().ifPresent(flaw -> {
            throw MALFORMED.with("the sidecar cannot be read: " + flaw);
        });
        String label = only(scan, LABEL, sidecar);
        String digest = only(scan, DIGEST, sidecar);
        return digest.equals("\"" + digest(text) + "\"") ? new Fits(label) : new Differs(label);
    }

    private static String only(JsonScan scan, String name, byte[] sidecar) {
        List<JsonScan.Member> members = scan.members().stream()
                .filter(member -> member.name().equals(name))
                .toList();
        if (members.size() != 1 || sidecar.length > LONGEST) {
            throw MALFORMED.with("the sidecar does not have the member " + name + " exactly once, or is too long");
        }
        JsonScan.Member member = members.getFirst();
        return new String(sidecar, (int) member.value(), (int) (member.end() - member.value()), StandardCharsets.UTF_8);
    }

    private static String digest(Source text) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            text.digest(0, text.size(), digest);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
