package io.mingshi.labels;

import static io.mingshi.labels.LabelException.Code.INVALID_LABEL;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The AIGC object of GB 45438-2025 annex E: who generated this content, under which number, and who propagated it.
///
/// @param label "1" is synthetic, "2" may be, "3" is suspected to be
/// @param contentProducer name or code of the generation provider
/// @param produceId that provider's number for this content
/// @param reservedCode1 integrity data of the producer, may be empty
/// @param contentPropagator name or code of the distribution provider, empty until there is one
/// @param propagateId that provider's number for this content
/// @param reservedCode2 integrity data of the propagator, may be empty
public record AigcLabel(
        String label,
        String contentProducer,
        String produceId,
        String reservedCode1,
        String contentPropagator,
        String propagateId,
        String reservedCode2) {

    /// The seven keys in the order that annex E fixes.
    static final List<String> KEYS = List.of(
            "Label",
            "ContentProducer",
            "ProduceID",
            "ReservedCode1",
            "ContentPropagator",
            "PropagateID",
            "ReservedCode2");

    private static final int FIRST_OF_PROPAGATOR = 4;

    /// The most characters one value may have; the standard names no limit, this one is that of the largest cloud
    /// service.
    static final int MAX_VALUE_LENGTH = 2048;

    private static final Set<Finding.Code> TOLERATED = EnumSet.of(
            Finding.Code.WRAPPED,
            Finding.Code.NUMERIC_LABEL,
            Finding.Code.UNUSUAL_CHARACTER,
            Finding.Code.PRODUCER_IS_A_NAME);

    public AigcLabel {
        if (!List.of("1", "2", "3").contains(label)) {
            throw INVALID_LABEL.with("Label must be \"1\", \"2\" or \"3\"");
        }
    }

    /// A label as read from a file.
    ///
    /// @param label the object, if enough of it could be understood
    /// @param notes everything about it that is not as annex E wants
    public record Reading(Optional<AigcLabel> label, List<Finding.Code> notes) {
        public Reading {
            notes = List.copyOf(notes);
        }
    }

    /// The label of content that this producer generated; the propagation fields stay empty until somebody propagates
    /// it.
    public static AigcLabel generated(ProviderCode producer, String produceId) {
        if (produceId.isEmpty()) {
            throw INVALID_LABEL.with("ProduceID is empty; every content needs a number of its own");
        }
        AigcLabel label = new AigcLabel("1", producer.value(), produceId, "", "", "", "");
        label.values().forEach(AigcLabel::requireWritable);
        return label;
    }

    /// The label that a platform gives to content whose producer is not known to it
    /// ([LAB-6](https://www.cac.gov.cn/2025-03/14/c_1743654684782215.htm)).
    ///
    /// @param label "2" where the user declares that it is synthetic, "3" where traces were found
    public static AigcLabel ofUnknownProducer(String label, ProviderCode propagator, String propagateId) {
        if (label.equals("1")) {
            throw INVALID_LABEL.with("Label \"1\" names a producer; a platform that knows none writes \"2\" or \"3\"");
        }
        return new AigcLabel(label, "", "", "", "", "", "").propagatedBy(propagator, propagateId);
    }

    /// The same label with the propagation fields of this platform; the producer's fields stay as they are.
    public AigcLabel propagatedBy(ProviderCode propagator, String propagateId) {
        if (propagateId.isEmpty()) {
            throw INVALID_LABEL.with("PropagateID is empty; every content needs a number of its own");
        }
        return new AigcLabel(
                label, contentProducer, produceId, reservedCode1, propagator.value(), requireWritable(propagateId), "");
    }

    /// The same label with integrity data of the producer.
    public AigcLabel withReservedCode1(String securityData) {
        return new AigcLabel(
                label,
                contentProducer,
                produceId,
                requireWritable(securityData),
                contentPropagator,
                propagateId,
                reservedCode2);
    }

    /// Plain ASCII JSON with the seven keys in order.
    ///
    /// Values that are written here keep to annex E j). Those of the producer of content that is spread stay as
    /// they were read, names in Chinese among them, since nobody but the producer may change them.
    ///
    /// @throws LabelException INVALID_LABEL for a value that may not be written
    public String toJson() {
        List<String> members = new ArrayList<>();
        List<String> values = values();
        for (int i = 0; i < values.size(); i++) {
            boolean kept = !contentPropagator.isEmpty() && i < FIRST_OF_PROPAGATOR;
            String value = kept ? requireShort(values.get(i)) : requireWritable(values.get(i));
            members.add("\"" + KEYS.get(i) + "\":\"" + escaped(value) + "\"");
        }
        return "{" + String.join(",", members) + "}";
    }

    private static String escaped(String value) {
        StringBuilder out = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < 0x20 || c > 0x7E) {
                out.append("\\u%04x".formatted((int) c));
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    /// The label in this JSON, wrapped in an `AIGC` member or bare; a numeric Label and unusual characters are
    /// tolerated, everything else that breaks annex E is refused. [#read(String)] also says what was tolerated.
    public static AigcLabel parse(String json) {
        Reading reading = read(json);
        List<Finding.Code> faults = reading.notes().stream()
                .filter(note -> !TOLERATED.contains(note))
                .toList();
        if (!faults.isEmpty()) {
            throw INVALID_LABEL.with("the AIGC object breaks annex E of GB 45438-2025: " + faults);
        }
        return reading.label().orElseThrow(() -> INVALID_LABEL.with("the text holds no AIGC object"));
    }

    /// Whatever can be understood of this JSON, with notes; never throws.
    public static Reading read(String json) {
        return AigcReader.read(json);
    }

    List<String> values() {
        return List.of(label, contentProducer, produceId, reservedCode1, contentPropagator, propagateId, reservedCode2);
    }

    /// Printable ASCII without space and backslash; a quote is written escaped.
    static boolean isUsual(String value) {
        return value.chars().allMatch(c -> c > 0x20 && c < 0x7F && c != '\\');
    }

    private static String requireWritable(String value) {
        if (!isUsual(value)) {
            throw INVALID_LABEL.with(
                    "a label value may hold printable ASCII without space and backslash only; give codes, not names or sentences");
        }
        return requireShort(value);
    }

    private static String requireShort(String value) {
        if (value.length() > MAX_VALUE_LENGTH) {
            throw INVALID_LABEL.with("a label value has more than " + MAX_VALUE_LENGTH + " characters");
        }
        return value;
    }
}
