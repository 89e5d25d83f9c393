package io.mingshi.labels.c2pa;

import com.upokecenter.cbor.CBORObject;
import java.util.Set;
import java.util.regex.Pattern;

/// The assertions about what was done to make the content (C2PA 2.3 section 18.15).
final class Actions {
    /// The key of the source type in an action.
    static final String SOURCE = "digitalSourceType";

    /// What a manifest has more than one of is numbered from the second on (section 6.4).
    private static final Pattern LABEL = Pattern.compile("c2pa\\.actions(\\.v2)?(__[0-9]+)?");

    /// The last parts of the IPTC names for content that an algorithm made, in whole or in part. The part in front of
    /// them varies between writers.
    private static final Set<String> SYNTHETIC =
            Set.of("trainedAlgorithmicMedia", "compositeWithTrainedAlgorithmicMedia", "algorithmicMedia");

    private Actions() {}

    static boolean are(String label) {
        return LABEL.matcher(label).matches();
    }

    /// Whether one of the actions made something synthetic.
    static boolean synthetic(CBORObject assertion) {
        return Cbor.list(Cbor.member(assertion, "actions")).stream()
                .map(action -> Cbor.text(Cbor.member(action, SOURCE), ""))
                .anyMatch(source -> SYNTHETIC.contains(source.substring(source.lastIndexOf('/') + 1)));
    }
}
